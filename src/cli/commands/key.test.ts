import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, importJWK, SignJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { openSigner } from '../../report/seal/signer.ts'
import { keyCommand } from './key.ts'

const run = promisify(execFile)
let folder = ''
const said: string[] = []
const terminal = {
  out: (line: string) => void said.push(line),
  err: (line: string) => void said.push(line),
  columns: 100,
  interactive: false,
}
beforeEach(async () => {
  said.length = 0
  folder = await mkdtemp(join(tmpdir(), 'krr-key-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('krr key new', () => {
  test('makes a signing key that KRR_SIGNING_JWK takes, for its owner alone', async () => {
    const path = join(folder, 'signing.jwk.json')
    expect(await keyCommand.run(['new', '--for', 'signing', '--out', path], terminal)).toBe(0)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const { settings } = loadConfiguration({
      argv: { env: 'reference' },
      env: { KRR_SIGNING_JWK: path, KRR_STATE_DIR: join(folder, 'state') },
      cwd: folder,
    })
    const { thumbprint } = await openSigner(settings.signingJwk)
    expect(said).toContain(`thumbprint ${thumbprint}`)
    const { d } = JSON.parse(await readFile(path, 'utf8'))
    expect(said.join('\n')).not.toContain(d)
  })

  test('makes a client key, and prints what is registered of it', async () => {
    const path = join(folder, 'client.jwk.json')
    await keyCommand.run(['new', '--for', 'client', '--out', path], terminal)
    const jwk = JSON.parse(await readFile(path, 'utf8'))
    const [registered] = JSON.parse(said.find((line) => line.startsWith('{')) ?? '').keys
    expect(await calculateJwkThumbprint(registered)).toBe(jwk.kid)
    expect(Object.keys(registered).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    const key = await importJWK(jwk, 'RS256')
    const jwt = await new SignJWT({}).setProtectedHeader({ alg: 'RS256' }).sign(key)
    expect(jwt.split('.')).toHaveLength(3)
  })

  test('never replaces a file, and refuses what it does not know', async () => {
    const path = join(folder, 'signing.jwk.json')
    await writeFile(path, 'precious')
    const replacing = keyCommand.run(['new', '--for', 'signing', '--out', path], terminal)
    await expect(replacing).rejects.toThrow(/is there|never replaced/)
    expect(await readFile(path, 'utf8')).toBe('precious')
    for (const args of [[], ['new'], ['old', '--for', 'signing'], ['new', '--for', 'all']])
      await expect(keyCommand.run(args, terminal)).rejects.toThrow(ConfigurationError)
  })

  test('git ignores the names that are documented', async () => {
    const names = ['signing.jwk.json', 'client.jwk.json', 'keys/test.jwk.json', '.env']
    const { stdout } = await run('git', ['check-ignore', '--no-index', ...names], {
      cwd: projectFolder(),
    })
    expect(stdout.trim().split('\n')).toEqual(names)
  })
})

test('npm runs no script of a package here, by the project’s own .npmrc', {
  timeout: 60_000,
}, async () => {
  await mkdir(join(folder, 'dependency'))
  await writeFile(
    join(folder, 'dependency', 'package.json'),
    JSON.stringify({
      name: 'dependency',
      version: '1.0.0',
      scripts: {
        postinstall: `node -e "require('fs').writeFileSync('${join(folder, 'ran')}', '')"`,
      },
    }),
  )
  const own = { name: 'x', version: '1.0.0', dependencies: { dependency: 'file:dependency' } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(own))
  const npmrc = await readFile(join(projectFolder(), '.npmrc'), 'utf8')
  await writeFile(join(folder, '.npmrc'), npmrc)
  await run('npm', ['install', '--offline', '--no-audit'], { cwd: folder })
  expect(await readdir(folder)).toContain('node_modules')
  expect(await readdir(folder)).not.toContain('ran')
})
