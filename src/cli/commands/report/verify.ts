import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { sealFiles } from '../../../report/seal/manifest.ts'
import { openSigner } from '../../../report/seal/signer.ts'
import { type SealProblem, type Verification, verifyFolder } from '../../../report/seal/verify.ts'
import type { Command, Terminal } from '../../command.ts'

const help = `Usage: npm run krr -- report verify [DIR...] [options]

Verifies that folders of reports are as the runs that wrote them sealed them: no byte changed, nothing missing, nothing
added, and manifest.json signed by the key in manifest.jwk.json. Without DIR, all that KRR_REPORT_DIR holds.

Whose key it is, the folder cannot prove. With KRR_SIGNING_JWK set, or --key, another key is refused. A key that was
made for the run proves as much as its thumbprint that you noted elsewhere, in the log of the job for instance; without
that, whoever can write the folder can seal it anew.

Options
  --key <thumbprint>   the key that must have signed, or the file of its public JWK
  -h, --help           this text

Exit codes: 0 all are intact, 1 one is not, 2 usage.`

/** Whether reports are what runs wrote: `krr report verify`. */
export const verifyCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' } },
    })
    const { reportDir, signingJwk } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const expected =
      values.key === undefined
        ? signingJwk && (await openSigner(signingJwk)).thumbprint
        : await thumbprintOf(values.key)
    const folders = positionals.length > 0 ? positionals : await sealedFolders(reportDir)
    if (folders.length === 0) throw new ConfigurationError([`${reportDir} has no sealed reports`])
    let intact = true
    for (const folder of folders) {
      const verification = await verifyFolder(resolve(folder), expected)
      tell(terminal, relative(process.cwd(), resolve(folder)) || '.', verification, expected)
      intact &&= verification.intact
    }
    return intact ? exitCodes.conformant : exitCodes.deviating
  },
}

const tell = (
  { out, err }: Terminal,
  folder: string,
  { intact, problems, manifest, files }: Verification,
  expected: string | undefined,
): void => {
  if (!intact || manifest === undefined) {
    err(`${folder}: NOT as it was sealed`)
    for (const problem of problems) err(`    ${problem.path} ${words[problem.code]}`)
    return
  }
  out(`${folder}: intact, ${files} files of run ${manifest.run} (${manifest.verdict})`)
  const whose =
    manifest.signedBy === 'ephemeral key' ? 'a key made for the run' : 'a configured key'
  const known = expected === undefined ? 'whose it is, the folder cannot prove' : 'the expected one'
  out(`    signed by ${whose} (${known}): ${manifest.thumbprint}`)
}

const words = {
  'no-seal': 'is missing: nothing says what the folder held',
  'file-changed': 'was changed',
  'file-missing': 'is missing',
  'file-added': 'was added',
  'bad-manifest': 'is no manifest',
  'bad-key': 'is no public JWK with its own thumbprint as kid',
  'bad-signature': 'does not sign manifest.json',
  'other-key': 'is another key than the expected one',
} as const satisfies Record<SealProblem['code'], string>

/** A thumbprint as it is, or that of a JWK in a file. */
const thumbprintOf = async (key: string): Promise<string> => {
  if (/^[\w-]{43}$/.test(key)) return key
  const { calculateJwkThumbprint } = await import('jose')
  try {
    return await calculateJwkThumbprint(JSON.parse(await readFile(key, 'utf8')))
  } catch (cause) {
    throw new ConfigurationError(
      ['--key must be a thumbprint (43 characters, RFC 7638) or the file of a public JWK'],
      { cause },
    )
  }
}

/** Every folder with a manifest, at any depth. */
const sealedFolders = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const own = entries.some(({ name }) => name === sealFiles.manifest) ? [folder] : []
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const inner = await Promise.all(folders.sort().map((name) => sealedFolders(join(folder, name))))
  return [...own, ...inner.flat()]
}
