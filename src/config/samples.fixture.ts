/** Samples that the tests of the configuration share; nothing else imports them. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SandboxFile } from './sandbox-file.ts'

/** A root certificate whose key nobody has. */
export const samplePem = `-----BEGIN CERTIFICATE-----
MIIBojCCAUmgAwIBAgIUN1ONWuoNil/3xQClIwYjyFVCO6MwCgYIKoZIzj0EAwIw
JjEkMCIGA1UEAwwba3JyLWNvbmZvcm1hbmNlIHNhbXBsZSByb290MCAXDTI2MTEy
MzAzMTUzNVoYDzIxMjYxMDMwMDMxNTM1WjAmMSQwIgYDVQQDDBtrcnItY29uZm9y
bWFuY2Ugc2FtcGxlIHJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARdD0jU
ws0Fo8G2xrP+hp/gDfHODti9dO+GeaOwlZdg3mmYvUdSKgVqI6Z+E8R8FFGnk5I/
Dp/LYAS2fFK1u4mjo1MwUTAdBgNVHQ4EFgQU1tpBpBoWnHibBe1oLxEBAT/Z+s4w
HwYDVR0jBBgwFoAU1tpBpBoWnHibBe1oLxEBAT/Z+s4wDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNHADBEAiAgqpbY7ONEq7h8uHRfiSotdXbzhvqf5I0mPJWZ
x9o5XwIgOUdWwFE3DeETM4WWyxVacdw15Dn1Afwf7UT0HP2RjxM=
-----END CERTIFICATE-----
`

/** A private JWK, another each time. */
export const sampleJwk = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

const sum = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0)

/** A number with that day and month as written; the first control digit's sum leaves `leaves`. */
export const sampleNumber = (day: number, month: number, leaves = 0): string => {
  const two = (number: number): string => String(number).padStart(2, '0')
  for (let individual = 100; ; individual++) {
    const nine = [...`${two(day)}${two(month)}15${individual}`].map(Number)
    const first = (((leaves - sum(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2])) % 11) + 11) % 11
    const ten = [...nine, first]
    const second = (11 - (sum(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
    if (first < 10 && second < 10) return [...ten, second].join('')
  }
}

/** Synthetic numbers, one for each day of a month. */
export const synthetic = (day: number): string => sampleNumber(day, 81)

/** A started reference environment that nobody started. */
export const sampleSandbox: SandboxFile = {
  apiUrl: 'https://localhost:8443/rest/v1/person',
  issuer: 'http://localhost:8080',
  specUrl: 'https://localhost:8443/v3/api-docs',
  ca: samplePem,
  trustAnchor: samplePem,
  client: { id: 'sample-client', secret: 'sample-sandbox-secret' },
  redirectUri: 'http://localhost:3000/callback',
  people: {
    MAIN: synthetic(1),
    RESERVED: synthetic(2),
    DELETED: synthetic(3),
    EXPIRED: synthetic(4),
    UNREGISTERED: synthetic(5),
    MAIL_ONLY: synthetic(6),
    MOBILE_ONLY: synthetic(7),
    NO_MAILBOX: synthetic(8),
  },
}

/** What makes the environment `test` ready. */
export const readyTest = {
  KRR_ENV: 'test',
  KRR_TEST_CLIENT_ID: 'sample-client',
  KRR_TEST_CLIENT_SECRET: 'sample-secret-of-test',
  KRR_TEST_PID: synthetic(9),
}

/** What makes an environment `mine`, which is not built in, ready. */
export const readyMine = {
  KRR_ENV: 'mine',
  KRR_MINE_API_URL: 'https://krr.example.com/rest/v1/person',
  KRR_MINE_ISSUER: 'https://login.example.com',
  KRR_MINE_CLIENT_ID: 'sample-client',
  KRR_MINE_CLIENT_SECRET: 'sample-secret-of-mine',
  KRR_MINE_PID: synthetic(10),
}

/** Gives the work an empty folder of its own and takes it away afterwards. */
export const inFolder = <Result>(work: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'krr-config-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
