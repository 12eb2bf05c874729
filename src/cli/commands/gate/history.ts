import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { visibleJson, visibleLine } from '../../../evidence/visible-text.ts'
import { answerWords } from '../../../gate/decision.ts'
import { verifiedDecisions } from '../../../gate/keep/history.ts'
import { writeHistoryPage } from '../../../gate/keep/write-decision.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- gate history [options]

Prints who decided what, when, and on what evidence: the kept decisions, the oldest first. A decision that is not as it
was made is marked. The same is written as a page, reports/gate/history.html.

Options
  --json             as JSON, a line each
  --lang <language>  of the page, in place of KRR_LANG: en, nb
  -h, --help         this text`

const answerWord = /^\w+/

/** The decisions so far: `krr gate history`. */
export const historyCommand: Command = {
  help,
  async run(args, { out }) {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, lang: { type: 'string' } },
    })
    const { reportDir, language } = loadConfiguration({
      argv: { env: 'reference', lang: values.lang },
    }).settings
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
      const { decidedAt, from, to, reasons, override, decidedIn } = decision
      const word = answerWords(decision).replace(answerWord, (first) => first.toUpperCase())
      out(`${decidedAt}  ${from.environment} -> ${to.environment}  ${word}${mark}`)
      out(`    on      ${from.run ?? 'no report'} and ${to.run ?? 'no report'}`)
      if (decidedIn !== undefined) {
        out(
          visibleLine(
            `    in      ${decidedIn.system}: ${decidedIn.job} ${decidedIn.url ?? ''}`.trimEnd(),
          ),
        )
      }
      if (reasons.length > 0) {
        out(`    because ${[...new Set(reasons.map(({ code }) => code))].join(', ')}`)
      }
      if (override !== undefined) {
        out(visibleLine(`    BREAK-GLASS by ${override.by}: ${override.reason}`))
      }
    }
    const page = await writeHistoryPage(reportDir, { language }, decisions)
    if (values.json !== true) out(`\npage  ${page}`)
    return exitCodes.conformant
  },
}
