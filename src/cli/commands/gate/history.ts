import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { visibleJson, visibleLine } from '../../../evidence/visible-text.ts'
import { verifiedDecisions } from '../../../gate/keep/history.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- gate history [options]

Who decided what, when, on what evidence: the kept decisions, the oldest first. One that is not as it was made is
marked.

Options
  --json       as JSON, a line each
  -h, --help   this text`

/** The decisions so far: `krr gate history`. */
export const historyCommand: Command = {
  help,
  async run(args, { out }) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } })
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const decisions = await verifiedDecisions(reportDir)
    if (decisions.length === 0) throw new ConfigurationError([`${reportDir} has no decisions`])
    for (const { id, decision, verification, isLinked } of decisions) {
      const isIntact = verification.intact && isLinked
      if (values.json === true) {
        out(visibleJson({ id, isIntact, decision }))
        continue
      }
      const mark = isIntact ? '' : '  NOT as it was made: krr gate verify'
      if (decision === undefined) {
        out(`${id}${mark}`)
        continue
      }
      const { decidedAt, answer, from, to, reasons, override } = decision
      out(`${decidedAt}  ${from.environment} -> ${to.environment}  ${answer.toUpperCase()}${mark}`)
      out(`    on      ${from.run ?? 'no report'} and ${to.run ?? 'no report'}`)
      if (reasons.length > 0) {
        out(`    because ${[...new Set(reasons.map(({ code }) => code))].join(', ')}`)
      }
      if (override !== undefined) {
        out(visibleLine(`    BREAK-GLASS by ${override.by}: ${override.reason}`))
      }
    }
    return exitCodes.conformant
  },
}
