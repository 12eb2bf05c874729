import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { verifiedDecisions } from '../../../gate/keep/history.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { openSigner } from '../../../report/seal/signer.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- gate verify [options]

Verifies every decision in reports/gate/history/: no byte changed, each signed, and each naming the one before it, so
that one that was taken out is missed (all but the last). With KRR_SIGNING_JWK set, or --key, another key is refused.

Options
  --key <thumbprint>   the key that must have signed
  -h, --help           this text

Exit codes: 0 all are intact, 1 one is not, 2 usage.`

/** Whether decisions are as they were made: `krr gate verify`. */
export const verifyCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { key: { type: 'string' } } })
    if (values.key !== undefined && !/^[\w-]{43}$/.test(values.key)) {
      throw new ConfigurationError(['--key must be a thumbprint of 43 characters (RFC 7638)'])
    }
    const { reportDir, signingJwk } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const expected = values.key ?? (signingJwk && (await openSigner(signingJwk)).thumbprint)
    const decisions = await verifiedDecisions(reportDir, expected)
    if (decisions.length === 0) throw new ConfigurationError([`${reportDir} has no decisions`])
    let isIntact = true
    for (const { id, verification, isLinked } of decisions) {
      const { problems } = verification
      for (const { code, path } of problems)
        terminal.err(`${id}: NOT as it was made: ${code} ${path}`)
      if (!isLinked) terminal.err(`${id}: the decision before it is not the one that it names`)
      const isOwn = verification.intact && isLinked
      if (isOwn) terminal.out(`${id}: intact, ${verification.manifest?.verdict ?? ''}`)
      isIntact &&= isOwn
    }
    return isIntact ? exitCodes.conformant : exitCodes.deviating
  },
}
