import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { limits } from '../evidence/limits.ts'
import { diskAt } from './disk.ts'
import { envExample, settingsPage } from './documents.ts'
import { inFolder, sampleJwk, samplePem } from './samples.fixture.ts'
import { environmentKeys, settings } from './settings.ts'

/** The keys of the product interface, part 2. */
const promised = [
  ...[
    'KRR_ENV',
    'KRR_NO_WRITE',
    'KRR_BROWSER_PATH',
    'KRR_BROWSER_WS',
    'KRR_REPORT_DIR',
    'KRR_LANG',
    'KRR_STATE_DIR',
  ],
  ...['KRR_STATE_KEY', 'KRR_SIGNING_JWK', 'KRR_RUN_SECONDS', 'KRR_CONTACT'],
  ...['KRR_NOTIFY', 'HTTPS_PROXY', 'NO_PROXY'],
  ...[
    ...[
      'API_URL',
      'ISSUER',
      'SPEC_URL',
      'CLIENT_ID',
      'CLIENT_SECRET',
      'CLIENT_JWK',
      'SCOPES',
      'CLIENT_SECRET_EXPIRES',
      'REDIRECT_URI',
    ],
    ...[
      'PID',
      'EXPECT',
      'SPRAAK',
      'PID_RESERVED',
      'PID_DELETED',
      'PID_EXPIRED',
      'PID_UNREGISTERED',
    ],
    ...[
      'PID_MAIL_ONLY',
      'PID_MOBILE_ONLY',
      'PID_NO_MAILBOX',
      'LOGIN',
      'LOGIN_HOSTS',
      'STEP_SECONDS',
      'MINID_PASSWORD',
      'MINID_OTC',
    ],
    ...['ACR', 'ALLOW_WRITE', 'CA', 'TRUST_ANCHORS', 'JWS_PIN', 'JWS_ORGNR', 'EXPIRY_WAIT_SECONDS'],
    'MAX_REQUESTS_PER_SECOND',
  ].map((key) => `KRR_<NAME>_${key}`),
]

describe('the table of settings', () => {
  test('has each promised key once and no other', () => {
    expect(settings.map(({ key }) => key)).toEqual(promised)
  })

  test.each(settings)('$key has an example and a default in its own form', (row) => {
    inFolder((folder) => {
      writeFileSync(join(folder, 'ca.pem'), samplePem)
      writeFileSync(join(folder, 'trust-anchors.pem'), samplePem)
      writeFileSync(join(folder, 'client.jwk.json'), JSON.stringify(sampleJwk()))
      writeFileSync(join(folder, 'signing.jwk.json'), JSON.stringify(sampleJwk()))
      writeFileSync(join(folder, 'browser'), '')
      chmodSync(join(folder, 'browser'), 0o700)
      const example = row.key === 'KRR_BROWSER_PATH' ? 'browser' : row.example
      const texts = [example, ...(row.default === undefined ? [] : [row.default])]
      expect(texts.map((text) => row.form.parse(text, diskAt(folder)).ok)).not.toContain(false)
    })
  })

  test('names a key of an environment, an alias by what it stands for', () => {
    expect(environmentKeys('my-test').PID_RESERVED).toBe('KRR_MY_TEST_PID_RESERVED')
    expect(environmentKeys('ver2').PID).toBe('KRR_TEST_PID')
  })
})

describe('the documents are in step with the table', () => {
  test('.env.example', () => expect(envExample()).toMatchFileSnapshot('../../.env.example'))
  test('docs/settings.md', () =>
    expect(settingsPage(limits)).toMatchFileSnapshot('../../docs/settings.md'))

  test('.env.example sets nothing until a # is taken off, and then each key once', () => {
    const lines = envExample().split('\n')
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
    const keys = lines.flatMap((line) => /^#([A-Z]\w+)=/.exec(line)?.[1] ?? [])
    expect(keys).toEqual(settings.map(({ key }) => key.replace('<NAME>', 'TEST')))
  })
})
