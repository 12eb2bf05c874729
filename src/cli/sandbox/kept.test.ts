import { chmodSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newClient, readKept, writeKept } from './kept.ts'
import { decide } from './service.fixture.ts'
import { startSandbox } from './start.ts'

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'krr-kept-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('a service that was set up once trusts the next start of the sandbox', async () => {
  const stateDir = folder()
  expect(readKept(stateDir)).toBeUndefined()
  const first = await startSandbox({ client: newClient() })
  const { client, redirectUri, caPem, trustAnchorPem } = first.reference
  writeKept(stateDir, { client, pki: first.pki })
  await first.stop()
  expect(statSync(join(stateDir, 'sandbox-kept.json')).mode & 0o777).toBe(0o600)
  const next = await startSandbox({ ...readKept(stateDir) })
  onTestFinished(() => next.stop())
  const { apiUrl, issuer, people } = next.reference
  const setUp = { client, redirectUri, ca: caPem, trustAnchor: trustAnchorPem }
  const decision = await decide(people.MAIN.pid, { ...setUp, apiUrl, issuer })
  expect(decision.kind).toBe('e-mail')
}, 60_000)

test('a file that others may read, that is a link or something else is refused', () => {
  const stateDir = folder()
  const path = join(stateDir, 'sandbox-kept.json')
  writeFileSync(path, '{"client": {}}', { mode: 0o600 })
  expect(() => readKept(stateDir)).toThrow(/is not what a sandbox keeps/)
  chmodSync(path, 0o644)
  expect(() => readKept(stateDir)).toThrow(/others may read it: chmod 600/)
  rmSync(path)
  symlinkSync('/etc/hosts', path)
  expect(() => readKept(stateDir)).toThrow(/must be no symbolic link/)
})

test('a client that is free is sent back to any address on loopback, and no client elsewhere', async () => {
  const sandbox = await startSandbox({
    allowsAnyLoopbackRedirect: true,
    redirectUris: ['https://oauth.example/callback'],
  })
  onTestFinished(() => sandbox.stop())
  const { issuer, client } = sandbox.reference
  const isTaken = async (redirectUri: string): Promise<boolean> => {
    const query = new URLSearchParams({
      ...{ response_type: 'code', client_id: client.id, scope: 'openid', state: 'a', nonce: 'b' },
      redirect_uri: redirectUri,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      login_hint: `testid:${sandbox.reference.people.MAIN.pid}_idporten-loa-substantial`,
    })
    const { headers } = await fetch(`${issuer}/authorize?${query}`, { redirect: 'manual' })
    return headers.get('location')?.startsWith(redirectUri) === true
  }
  const uris = [
    'http://localhost:9999/cb',
    'http://127.0.0.1:4321/login/oauth2/code/krr',
    'https://oauth.example/callback',
    'https://oauth.example/other',
    'http://localhost.evil.example/cb',
  ]
  expect(await Promise.all(uris.map(isTaken))).toEqual([true, true, true, false, false])
}, 60_000)
