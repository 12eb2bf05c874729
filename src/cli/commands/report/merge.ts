import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { withKnown } from '../../../gate/known/known-deviations.ts'
import { loadKnown } from '../../../gate/known/load-known.ts'
import { exitCodes, reportExitCode, worstExitCode } from '../../../report/exit-code.ts'
import { type FoundReport, findReport } from '../../../report/find-report.ts'
import { writeIndex } from '../../../report/history/write-index.ts'
import { mergeReports } from '../../../report/merge.ts'
import type { ConformanceReport } from '../../../report/model.ts'
import { openSigner } from '../../../report/seal/signer.ts'
import { verifyFolder } from '../../../report/seal/verify.ts'
import { counted, someOf, verdictSentence } from '../../../report/verdict-sentence.ts'
import { writeReport } from '../../../report/write.ts'
import { isRuleSetVersion, rulesOf } from '../../../rules/rule-set.ts'
import type { Command } from '../../command.ts'
import { type TrustedKeys, trustedKeys } from '../../gate/trusted-keys.ts'

const help = `Usage: npm run krr -- report merge DIR... [--out DIR]

Puts the reports of several machines into one folder: of other environments beside each other, of one environment (parts
of a run selected by -t, or runs with other test users) together. Two that contradict each other are refused, and so is
a folder that is not as its run sealed it, or that another key sealed than KRR_SIGNING_JWK or the keys in
gate.policy.yaml, where any is named. What was merged from parts is full only if together they judged every rule.

Verdicts, figures and exit code follow from what was observed, and from known-deviations.yaml here; what a report says
of itself is not believed.

DIR is a folder of reports, or of one environment; where that has no full run, its partial one is taken.

Options
  --out <dir>   the folder to write to; KRR_REPORT_DIR without it
  -h, --help    this text

Exit codes: those of npm test.`

/** Reports of several machines in one folder: `krr report merge`. */
export const mergeCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' } },
    })
    const { reportDir, signingJwk, language } = loadConfiguration({
      argv: { env: 'reference' },
    }).settings
    const folders = (await Promise.all(positionals.map(foldersIn))).flat()
    if (folders.length < 2) {
      throw new ConfigurationError([
        `krr report merge takes folders with two reports at least, but they have ${folders.length}`,
      ])
    }
    await refuseChanged(folders, await trustedKeys([], signingJwk))
    const found = await Promise.all(folders.map((folder) => findReport(folder, folder)))
    refuseLacking(found)
    const known = await loadKnown(process.cwd())
    const merged = mergeReports(found.map(({ report }) => report)).map((report) =>
      withKnown(withoutKnown(report), known, new Date()),
    )
    const signer = await openSigner(signingJwk)
    const out = resolve(values.out ?? reportDir)
    for (const report of merged) {
      const { directory } = await writeReport(report, out, { signer, language })
      terminal.out(`${verdictSentence(report)} ${directory}`)
    }
    const index = await writeIndex(out, { language, onPassedOver: terminal.err })
    if (index !== undefined) terminal.out(`All environments: ${index}`)
    return worstExitCode([exitCodes.conformant, ...merged.map(reportExitCode)])
  },
}

/** The folders with a report that somebody means: of each environment the full one, or else the partial one. */
const foldersIn = async (meant: string): Promise<readonly string[]> => {
  const entries = await readdir(meant, { withFileTypes: true }).catch(() => [])
  const inner = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(meant, name))
  const found = await Promise.all([meant, ...inner].map(folderOf))
  const [own, ...others] = found
  if (own !== undefined) return [own]
  return others.filter((folder) => folder !== undefined)
}

const folderOf = async (environment: string): Promise<string | undefined> => {
  for (const folder of [environment, join(environment, 'partial')]) {
    const file = await stat(join(folder, 'report.json')).catch(() => undefined)
    if (file?.isFile() === true) return resolve(folder)
  }
  return undefined
}

const refuseChanged = async (
  folders: readonly string[],
  { thumbprints, namedBy }: TrustedKeys,
): Promise<void> => {
  const verified = await Promise.all(folders.map((folder) => verifyFolder(folder, thumbprints)))
  const [first, ...others] = folders.flatMap((folder, at) => {
    const own = verified[at]
    if (own?.intact === true) return []
    return own?.isWhole === true
      ? `${folder} is signed by ${own.thumbprint}, which ${namedBy} does not name: run the part with KRR_SIGNING_JWK, or name its key under keys in gate.policy.yaml`
      : `${folder} is not as its run sealed it: krr report verify tells what differs`
  })
  if (first !== undefined) throw new ConfigurationError([first, ...others])
}

/** A run's report has every rule of its set, judged or not: one that was left out would be missed by nobody. */
const refuseLacking = (found: readonly FoundReport[]): void => {
  const [first, ...others] = found.flatMap(({ path, report }) => {
    const { ruleSet } = report.run
    const present = new Set(report.rules.map(({ id }) => id))
    const lacking = isRuleSetVersion(ruleSet)
      ? [...rulesOf(ruleSet)].filter((id) => !present.has(id))
      : []
    return lacking.length === 0
      ? []
      : `${path} lacks ${counted(lacking.length, 'rule')} of rule set ${ruleSet} (${someOf(lacking.map((id) => ({ id })))}): no run writes such a report`
  })
  if (first !== undefined) throw new ConfigurationError([first, ...others])
}

/** As it was before anybody held it against a list of what is known. */
const withoutKnown = ({ known: _, ...report }: ConformanceReport): ConformanceReport => ({
  ...report,
  verdict: report.verdict === 'deviating (known)' ? 'deviating' : report.verdict,
})
