import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completeEmbedded } from './embedded.ts'
import { type LoadOptions, loadConfiguration } from './load.ts'
import {
  inFolder,
  sampleJwk,
  sampleNumber,
  samplePem,
  sampleSandbox,
  synthetic,
} from './samples.fixture.ts'
import { readSandboxFile, removeSandboxFile, writeSandboxFile } from './sandbox-file.ts'

const load = (env: LoadOptions['env'], cwd: string) =>
  loadConfiguration({ env: env ?? {}, argv: {}, cwd }).environments[0]

const { MAIN, ...personas } = sampleSandbox.people
const whatBothHave = {
  production: false,
  apiUrl: sampleSandbox.apiUrl,
  issuer: sampleSandbox.issuer,
  specUrl: sampleSandbox.specUrl,
  clientId: 'sample-client',
  clientAuthentication: { method: 'client_secret', secret: 'sample-sandbox-secret' },
  pid: MAIN,
  personas,
  login: 'testid',
  allowWrite: true,
  ca: samplePem.trim(),
  trustAnchors: [samplePem.trim()],
  expiryWaitSeconds: 0,
  maxRequestsPerSecond: undefined,
}

describe('the sandbox file', () => {
  test('is read as it was written, for its owner alone, and can be taken away', () => {
    inFolder((folder) => {
      const state = join(folder, 'state')
      const path = writeSandboxFile(state, sampleSandbox)
      expect(readSandboxFile(state)).toEqual(sampleSandbox)
      expect([statSync(path).mode & 0o777, statSync(state).mode & 0o777]).toEqual([0o600, 0o700])
      expect(readdirSync(state)).toEqual(['sandbox.json'])
      removeSandboxFile(state)
      removeSandboxFile(state)
      expect(readdirSync(state)).toEqual([])
    })
  })

  test('makes the environment sandbox ready', () => {
    inFolder((folder) => {
      writeSandboxFile(join(folder, '.krr'), sampleSandbox)
      expect(load({ KRR_ENV: 'sandbox' }, folder)).toMatchObject({
        kind: 'ready',
        environment: { name: 'sandbox', keyName: 'SANDBOX', ...whatBothHave },
      })
    })
  })

  test('gives way to a key of the user’s own', () => {
    inFolder((folder) => {
      writeSandboxFile(join(folder, '.krr'), sampleSandbox)
      const jwk = sampleJwk()
      const env = { KRR_ENV: 'sandbox', KRR_SANDBOX_CLIENT_JWK: JSON.stringify(jwk) }
      expect(load(env, folder)).toMatchObject({
        environment: { clientAuthentication: { method: 'private_key_jwt', jwk } },
      })
    })
  })

  test('that is missing gives one message with the way to it', () => {
    inFolder((folder) => {
      expect(load({ KRR_ENV: 'sandbox' }, folder)).toEqual({
        kind: 'unusable',
        name: 'sandbox',
        problems: [
          `environment "sandbox" is reached through ${folder}/.krr/sandbox.json, but no file is there; start it with npm run krr -- sandbox`,
        ],
      })
    })
  })

  test.each([
    ['no JSON', '{"client":{"secret":"sample-sandbox-secret"', 'it holds no JSON'],
    ['a member less', JSON.stringify({ ...sampleSandbox, ca: '' }), 'ca must be PEM'],
    ['null', 'null', 'apiUrl must be'],
    [
      'half a minid',
      JSON.stringify({ ...sampleSandbox, minid: { password: 'a' } }),
      'minid.oneTime',
    ],
  ])('with %s is refused without its secret', (_, text, reason) => {
    inFolder((folder) => {
      mkdirSync(join(folder, '.krr'))
      writeFileSync(join(folder, '.krr', 'sandbox.json'), text)
      const configured = load({ KRR_ENV: 'sandbox' }, folder)
      expect(configured).toMatchObject({ problems: [expect.stringContaining(reason)] })
      expect(JSON.stringify(configured)).not.toContain('sample-sandbox-secret')
    })
  })
})

describe('the embedded reference environment', () => {
  const complete = (env: LoadOptions['env'], started = sampleSandbox) =>
    inFolder((folder) => {
      const configured = load(env, folder)
      return configured?.kind === 'embedded'
        ? completeEmbedded(configured.overrides, started)
        : configured
    })

  test('is complete once it has started', () => {
    expect(complete({})).toMatchObject({ name: 'reference', keyName: 'REFERENCE', ...whatBothHave })
  })

  test('takes the settings that do not belong to what is started', () => {
    const env = {
      KRR_REFERENCE_LOGIN: 'minid',
      KRR_REFERENCE_ALLOW_WRITE: 'false',
      KRR_REFERENCE_MAX_REQUESTS_PER_SECOND: '50',
      KRR_REFERENCE_PID: synthetic(20),
    }
    const started = { ...sampleSandbox, minid: { password: 'its password', oneTimeCode: '12345' } }
    expect(complete(env, started)).toMatchObject({
      login: 'minid',
      minid: started.minid,
      allowWrite: false,
      writeRefusal: 'KRR_REFERENCE_ALLOW_WRITE is not true',
      maxRequestsPerSecond: 50,
      pid: synthetic(20),
    })
  })

  test('refuses an address of the user’s own, which it would not go to', () => {
    expect(complete({ KRR_REFERENCE_API_URL: 'https://krr.example.com/person' })).toMatchObject({
      kind: 'unusable',
      problems: [expect.stringMatching(/^KRR_REFERENCE_API_URL must not be set: the run starts/)],
    })
  })

  test('refuses what does not fit what was started', () => {
    expect(() => complete({ KRR_REFERENCE_LOGIN: 'minid' })).toThrow(
      /^KRR_REFERENCE_MINID_PASSWORD must be /,
    )
    expect(() => complete({ KRR_REFERENCE_PID: sampleNumber(1, 1) })).toThrow('must be a synthetic')
  })
})
