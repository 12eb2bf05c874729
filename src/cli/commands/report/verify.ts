import { readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { visibleLine } from '../../../evidence/visible-text.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { readReportFile } from '../../../report/read-report.ts'
import { sealFiles } from '../../../report/seal/signer.ts'
import { type SealProblem, type Verification, verifyFolder } from '../../../report/seal/verify.ts'
import type { Command, Terminal } from '../../command.ts'
import { type TrustedKeys, trustedKeys } from '../../gate/trusted-keys.ts'

const help = `Usage: npm run krr -- report verify [DIR...] [options]

Verifies that folders of reports are as the runs that wrote them sealed them: no byte changed, nothing missing, nothing
added, and manifest.json signed by the key in manifest.jwk.json. Without DIR, all that KRR_REPORT_DIR holds.

Each tells which key signed and what that proves. Keys that may have signed are KRR_SIGNING_JWK, those under keys in
gate.policy.yaml, or --key. A folder that is whole and signed by another key is told apart from one that was changed: a
key that was yours before belongs under keys. Without any key named, a seal proves as much as its thumbprint that you
noted elsewhere, in the log of the job for instance; anyone who can write the folder can seal it again.

Options
  --key <thumbprint>   a key that may have signed, or the file of its public JWK; as often as there are keys
  -h, --help           this text

Exit codes: 0 all are intact, and signed by a key that was named where any is; 1 one is not; 2 usage.`

/** Whether reports are what runs wrote: `krr report verify`. */
export const verifyCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string', multiple: true } },
    })
    const { reportDir, signingJwk } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const trusted = await trustedKeys(values.key ?? [], signingJwk)
    const folders = positionals.length > 0 ? positionals : await sealedFolders(reportDir)
    if (folders.length === 0) throw new ConfigurationError([`${reportDir} has no sealed reports`])
    let intact = true
    for (const folder of folders) {
      const verification = await verifyFolder(resolve(folder), trusted.thumbprints)
      const shown = visibleLine(relative(process.cwd(), resolve(folder)) || '.')
      const lie = verification.intact ? await lieIn(resolve(folder), verification) : undefined
      if (lie === undefined) tell(terminal, shown, verification, trusted)
      else terminal.err(`${shown}: as it was sealed, but ${lie}`)
      intact &&= verification.intact && lie === undefined
    }
    return intact ? exitCodes.conformant : exitCodes.deviating
  },
}

const tell = (
  { out, err }: Terminal,
  folder: string,
  { intact, isWhole, key, thumbprint, problems, manifest, files }: Verification,
  { namedBy }: TrustedKeys,
): void => {
  if (isWhole && key === 'other') {
    err(`${folder}: whole, but signed by another key than ${namedBy} ${namesOf(namedBy)}`)
    err(`    signed by ${thumbprint}: where that key was yours before, name it under keys in`)
    err('    gate.policy.yaml or by --key; else somebody else sealed the folder')
    return
  }
  if (!intact || manifest === undefined) {
    err(`${folder}: NOT as it was sealed`)
    for (const problem of problems.slice(0, mostTold))
      err(`    ${visibleLine(problem.path)} ${words[problem.code]}`)
    if (problems.length > mostTold) err(`    and ${problems.length - mostTold} more`)
    return
  }
  out(`${folder}: intact, ${files} files of run ${manifest.run} (${manifest.verdict})`)
  out(`    signed by ${thumbprint}`)
  out(
    key === 'expected'
      ? `    which ${namedBy} ${namesOf(namedBy)}: who lacks that key has changed nothing`
      : '    whose key that is, the folder cannot prove: anyone who can write it can seal it again',
  )
}

const namesOf = (namedBy: string): string => (namedBy.includes(' and ') ? 'name' : 'names')

/** So many problems of a folder are told one by one. */
const mostTold = 20

/** What a report says otherwise than its manifest, or why it is none; a decision of the gate has no report. */
const lieIn = async (folder: string, { manifest }: Verification): Promise<string | undefined> => {
  if (manifest?.files.some(({ path }) => path === 'report.json') !== true) return undefined
  const read = await readReportFile(join(folder, 'report.json'))
  if (!('report' in read)) return `report.json is no report: ${read.trouble}`
  const { run, target, verdict } = read.report
  if (run.id !== manifest.run || target.environment !== manifest.environment) {
    return 'report.json is the report of another run than manifest.json says'
  }
  // What else a verdict depends on, levels and vital areas say, differs between versions of the harness.
  return verdict === 'deviating' && manifest.verdict !== 'deviating'
    ? `its verdict ${manifest.verdict} does not follow from what it observed: a MUST rule failed`
    : undefined
}

const words = {
  'no-seal': 'is missing: nothing says what the folder held',
  'file-changed': 'was changed',
  'file-missing': 'is missing',
  'file-added': 'was added',
  'bad-manifest': 'is no manifest',
  'bad-key': 'is not the public JWK that the manifest names, with its own thumbprint as kid',
  'bad-signature': 'does not sign manifest.json',
  'other-key': 'is another key than the expected one',
} as const satisfies Record<SealProblem['code'], string>

/** Every folder with a manifest, at any depth. */
const sealedFolders = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const own = entries.some(({ name }) => name === sealFiles.manifest) ? [folder] : []
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const inner = await Promise.all(folders.sort().map((name) => sealedFolders(join(folder, name))))
  return [...own, ...inner.flat()]
}
