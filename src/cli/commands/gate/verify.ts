import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { visibleLine } from '../../../evidence/visible-text.ts'
import { headPaths, headProblem, readHead } from '../../../gate/keep/head.ts'
import { type VerifiedDecision, verifiedDecisions } from '../../../gate/keep/history.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import type { Command } from '../../command.ts'
import { trustedKeys } from '../../gate/trusted-keys.ts'

const help = `Usage: npm run krr -- gate verify [options]

Verifies every decision in reports/gate/history/: no byte changed, each signed, and each naming the one before it, so
that one that was taken out is missed. That the latest ones are there still is told by reports/gate/head.json, by what is
noted in the state directory of this machine, and by --head: a digest that krr gate printed and somebody kept. One that
is whole and signed by another key than KRR_SIGNING_JWK, or than the keys in gate.policy.yaml, is told apart from one that
was changed.

Options
  --key <thumbprint>   a key that may have signed, in the place of those; as often as there are keys
  --head <digest>      a decision that must be there, by the digest that krr gate printed
  -h, --help           this text

Exit codes: 0 all are intact, 1 one is not, 2 usage.`

/** Whether decisions are as they were made: `krr gate verify`. */
export const verifyCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { key: { type: 'string', multiple: true }, head: { type: 'string' } },
    })
    if (values.head !== undefined && !/^[\da-f]{64}$/.test(values.head)) {
      throw new ConfigurationError([
        '--head must be a digest of 64 hex digits, as krr gate prints it',
      ])
    }
    const { reportDir, stateDir, signingJwk } = loadConfiguration({
      argv: { env: 'reference' },
    }).settings
    const { thumbprints } = await trustedKeys(values.key ?? [], signingJwk)
    const decisions = await verifiedDecisions(reportDir, thumbprints)
    if (decisions.length === 0) throw new ConfigurationError([`${reportDir} has no decisions`])
    let isIntact = true
    for (const { id, verification, isLinked } of decisions) {
      const { problems, isWhole, key, thumbprint } = verification
      if (isWhole && key === 'other') {
        terminal.err(
          `${id}: whole, but signed by another key than the expected ones: ${thumbprint}`,
        )
      } else {
        for (const { code, path } of problems)
          terminal.err(`${id}: NOT as it was made: ${code} ${visibleLine(path)}`)
      }
      if (!isLinked) terminal.err(`${id}: the decision before it is not the one that it names`)
      const isOwn = verification.intact && isLinked
      if (isOwn) terminal.out(`${id}: intact, ${verification.manifest?.verdict ?? ''}`)
      isIntact &&= isOwn
    }
    for (const problem of await endProblems(decisions, { reportDir, stateDir }, values.head)) {
      terminal.err(problem)
      isIntact = false
    }
    return isIntact ? exitCodes.conformant : exitCodes.deviating
  },
}

/** Whether the chain ends where it ended: what it is compared with lies elsewhere, or somebody kept it. */
const endProblems = async (
  decisions: readonly VerifiedDecision[],
  { reportDir, stateDir }: { readonly reportDir: string; readonly stateDir: string },
  noted: string | undefined,
): Promise<readonly string[]> => {
  const [beside, elsewhere] = headPaths(reportDir, stateDir)
  const problem = headProblem(decisions, await readHead(beside))
  const ownNote = await readHead(elsewhere)
  // Another machine decided, or nobody: then this one has nothing to compare with.
  const ownProblem = ownNote === undefined ? undefined : headProblem(decisions, ownNote)
  return [
    ...(problem === undefined ? [] : [`${beside} ${problem}`]),
    ...(ownProblem === undefined ? [] : [`the note of this machine ${ownProblem}`]),
    ...(noted === undefined || decisions.some(({ digest }) => digest === noted)
      ? []
      : [`no decision has the digest ${noted}: it was taken out, or changed`]),
  ]
}
