import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigurationError } from './configuration-error.ts'
import { loadConfiguration } from './load.ts'
import { inFolder, readyMine, readyTest } from './samples.fixture.ts'
import { settings } from './settings.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** All problems of a configuration, whether they stop the run or one environment of it. */
const problemsOf = (env: Variables, cwd?: string): readonly string[] => {
  try {
    const { environments } = loadConfiguration({ env, argv: {}, cwd })
    return environments.flatMap((one) => (one.kind === 'unusable' ? one.problems : []))
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
}

/** A value that is not in its form, with what a message may say of it. */
const malformed: Readonly<Record<string, readonly [value: string, actual: string]>> = {
  KRR_ENV: ['test_2', 'is "test_2"'],
  KRR_RUN_SECONDS: ['0', 'is "0"'],
  KRR_NO_WRITE: ['yes', 'is "yes"'],
  KRR_BROWSER_PATH: ['no/browser', 'is "no/browser": no file is there'],
  KRR_BROWSER_WS: ['http://user:word@host', 'is a value of 21 characters'],
  KRR_REPORT_DIR: ['file.txt', 'is "file.txt": a file is there, not a folder'],
  KRR_STATE_DIR: ['file.txt/state', 'is "file.txt/state": a part of the path is not a folder'],
  KRR_STATE_KEY: ['too short', 'is a value of 9 characters'],
  KRR_SIGNING_JWK: ['file.txt', 'is a value of 8 characters: it holds no JSON object'],
  KRR_CONTACT: ['somebody', 'is "somebody"'],
  KRR_NOTIFY: ['slack', 'is a value of 5 characters'],
  HTTPS_PROXY: ['socks5://host', 'is a value of 13 characters'],
  NO_PROXY: ['a;b', 'is "a;b"'],
  'KRR_<NAME>_API_URL': ['http://krr.no/person', 'plain http is accepted on loopback only'],
  'KRR_<NAME>_ISSUER': ['test.idporten.no', 'is "test.idporten.no"'],
  'KRR_<NAME>_SPEC_URL': ['ftp://krr.no/spec', 'is "ftp://krr.no/spec"'],
  KRR_LANG: ['no', 'is "no"'],
  'KRR_<NAME>_CLIENT_ID': ['two words', 'is "two words"'],
  'KRR_<NAME>_CLIENT_SECRET': ['a\u0007bell', 'is a value of 6 characters'],
  'KRR_<NAME>_CLIENT_JWK': ['{"kty":"oct","k":"c2VjcmV0"}', 'it is a symmetric key'],
  'KRR_<NAME>_SCOPES': ['kontaktinformasjon.read', 'is "kontaktinformasjon.read"'],
  'KRR_<NAME>_CLIENT_SECRET_EXPIRES': ['2027-02-30', 'is "2027-02-30"'],
  'KRR_<NAME>_REDIRECT_URI': ['/callback', 'is "/callback"'],
  'KRR_<NAME>_EXPECT': ['epost', 'is "epost"'],
  'KRR_<NAME>_SPRAAK': ['no', 'is a value of 2 characters'],
  'KRR_<NAME>_LOGIN': ['bankid', 'is "bankid"'],
  'KRR_<NAME>_LOGIN_HOSTS': ['https://a.no/', 'is "https://a.no/"'],
  'KRR_<NAME>_STEP_SECONDS': ['0', 'is "0"'],
  'KRR_<NAME>_MINID_PASSWORD': ['a\u0007bell', 'is a value of 6 characters'],
  'KRR_<NAME>_MINID_OTC': ['a\u0007bell', 'is a value of 6 characters'],
  'KRR_<NAME>_ACR': ['Level4', 'is "Level4"'],
  'KRR_<NAME>_ALLOW_WRITE': ['yes', 'is "yes"'],
  'KRR_<NAME>_CA': ['file.txt', 'is "file.txt": the file holds no certificate'],
  'KRR_<NAME>_TRUST_ANCHORS': ['damaged.pem', 'a certificate in the file is damaged'],
  'KRR_<NAME>_JWS_PIN': ['abcd', 'is "abcd"'],
  'KRR_<NAME>_JWS_ORGNR': ['12345678', 'is "12345678"'],
  'KRR_<NAME>_EXPIRY_WAIT_SECONDS': ['-1', 'is "-1"'],
  'KRR_<NAME>_MAX_REQUESTS_PER_SECOND': ['0', 'is "0"'],
}
const malformedOf = (key: string) =>
  malformed[key] ?? (['12345678901', 'is a value of 11 characters: its date'] as const)

const inPreparedFolder = <Result>(work: (folder: string) => Result): Result =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'file.txt'), 'text')
    const damaged = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
    writeFileSync(join(folder, 'damaged.pem'), damaged)
    mkdirSync(join(folder, 'folder'))
    return work(folder)
  })

const keyOf = (pattern: string) => pattern.replace('<NAME>', 'TEST')

describe('a malformed setting', () => {
  test.each(settings)('$key gives one message: key, form, what it is, where to set it', (row) => {
    const [value, actual] = malformedOf(row.key)
    const { KRR_TEST_CLIENT_SECRET, ...others } = readyTest
    const env = row.key.endsWith('CLIENT_JWK') ? others : { ...others, KRR_TEST_CLIENT_SECRET }
    const problems = inPreparedFolder((folder) =>
      problemsOf({ ...env, [keyOf(row.key)]: value }, folder),
    )
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${keyOf(row.key)} must be `))
    expect(problems[0]).toContain(`must be ${row.form.accepts}, but `)
    expect(problems[0]).toContain(actual)
    expect(problems[0]).toMatch(/; set it in \.env \(see \.env\.example\)$/)
  })

  test('all of them are reported at once, each once', () => {
    const bad = Object.fromEntries(settings.map((row) => [keyOf(row.key), malformedOf(row.key)[0]]))
    const problems = inPreparedFolder((folder) => problemsOf({ ...bad, KRR_ENV: 'test' }, folder))
    const keys = settings.map((row) => keyOf(row.key)).filter((key) => key !== 'KRR_ENV')
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(keys)
  })

  test('the issuer is asked for in the words of the style guide', () => {
    expect(problemsOf({ ...readyTest, KRR_TEST_ISSUER: 'test.idporten.no' })).toEqual([
      'KRR_TEST_ISSUER must be an https URL without a trailing slash, but is "test.idporten.no"; set it in .env (see .env.example)',
    ])
  })

  test.each([
    ['KRR_TEST_ISSUER', 'https://test.idporten.no/', 'it ends in a slash'],
    ['KRR_TEST_API_URL', 'https://a.no/person?x=1', 'is "https://a.no/person?…": it has a query'],
    ['KRR_TEST_API_URL', 'https://me:word@a.no/', 'a value of 21 characters: it holds a user name'],
    ['KRR_TEST_API_URL', 'https://a.no/#top', 'it has a fragment'],
    ['KRR_TEST_CA', 'folder', 'a folder is there, not a file'],
  ])('%s=%s: %s', (key, value, reason) => {
    const problems = inPreparedFolder((folder) =>
      problemsOf({ ...readyTest, [key]: value }, folder),
    )
    expect(problems).toEqual([expect.stringContaining(reason)])
  })
})

describe('a missing setting', () => {
  test.each(['API_URL', 'ISSUER', 'CLIENT_ID', 'PID'])('%s gives one message', (key) => {
    const problems = problemsOf({ ...readyMine, [`KRR_MINE_${key}`]: ' ' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(
      new RegExp(`^KRR_MINE_${key} must be .*, but is not set; set it in`),
    )
  })

  test('secret and JWK give one message together', () => {
    expect(problemsOf({ ...readyMine, KRR_MINE_CLIENT_SECRET: undefined })).toEqual([
      "KRR_MINE_CLIENT_SECRET or KRR_MINE_CLIENT_JWK must be set (the client's secret, or the path of a private JWK (RFC 7517), or the JWK itself), but neither is; set it in .env (see .env.example)",
    ])
  })

  test('minid needs a password and a one-time code', () => {
    const problems = problemsOf({ ...readyMine, KRR_MINE_LOGIN: 'minid' })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'KRR_MINE_MINID_PASSWORD',
      'KRR_MINE_MINID_OTC',
    ])
  })

  test('prod needs a client and a redirect URI, but no number', () => {
    const problems = problemsOf({ KRR_ENV: 'prod' })
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'KRR_PROD_CLIENT_ID',
      'KRR_PROD_REDIRECT_URI',
      'KRR_PROD_CLIENT_SECRET',
    ])
  })
})
