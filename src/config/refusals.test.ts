import { describe, expect, test } from 'vitest'
import { type LoadOptions, loadConfiguration } from './load.ts'
import { readyMine, readyTest, sampleJwk, sampleNumber, synthetic } from './samples.fixture.ts'

const configure = (env: LoadOptions['env'], argv: LoadOptions['argv'] = {}) =>
  loadConfiguration({ env: env ?? {}, argv }).environments[0]

const problems = (env: LoadOptions['env']) => {
  const configured = configure(env)
  return configured?.kind === 'unusable' ? configured.problems : []
}

const readyProd = {
  KRR_ENV: 'prod',
  KRR_PROD_CLIENT_ID: 'sample-client',
  KRR_PROD_CLIENT_SECRET: 'sample-secret-of-prod',
  KRR_PROD_REDIRECT_URI: 'https://app.example.com/callback',
}
const consent = { confirmNationalRegister: true }

describe('production', () => {
  test.each([
    ['KRR_MINE_API_URL', 'https://kontaktregisteret.no/rest/v1/person'],
    ['KRR_MINE_API_URL', 'https://KONTAKTREGISTERET.no.:443/rest/v1/person'],
    ['KRR_MINE_API_URL', 'https://kontaktregisteret%2Eno/rest/v1/person'],
    ['KRR_MINE_ISSUER', 'https://idporten.no'],
  ])('is known by its address %s=%s: no test login, a person logs in', (key, value) => {
    const env = { ...readyMine, KRR_MINE_REDIRECT_URI: 'https://app.example.com/', [key]: value }
    expect(configure({ ...env, KRR_MINE_LOGIN: 'operator' })).toMatchObject({
      environment: { production: true, login: 'operator', pid: undefined, allowWrite: false },
    })
    expect(configure(env)).toMatchObject({ environment: { login: 'operator' } })
    for (const login of ['testid', 'headless']) {
      expect(problems({ ...env, KRR_MINE_LOGIN: login })).toEqual([
        `KRR_MINE_LOGIN must be operator against production, but is "${login}"; set it in .env (see .env.example)`,
      ])
    }
  })

  test.each(['https://test.kontaktregisteret.no/', 'https://kontaktregisteret.no.example.com/'])(
    '%s is not production',
    (url) => {
      const env = { ...readyMine, KRR_MINE_API_URL: url }
      expect(configure(env)).toMatchObject({ environment: { production: false, login: 'testid' } })
    },
  )

  test('takes the number of a real person and no default redirect URI', () => {
    const number = sampleNumber(3, 7)
    const env = { ...readyProd, KRR_PROD_PID_NO_MAILBOX: number }
    expect(configure(env)).toMatchObject({ environment: { personas: { NO_MAILBOX: number } } })
    expect(problems({ ...readyProd, KRR_PROD_REDIRECT_URI: '' })).toHaveLength(1)
  })
})

describe('a number against a test issuer', () => {
  test.each([
    ['real', 7],
    ['real, of December', 12],
  ])('that is %s is refused without being shown', (_, month) => {
    const number = sampleNumber(3, month)
    const found = problems({ ...readyTest, KRR_TEST_PID: number, KRR_TEST_PID_EXPIRED: number })
    expect(found.map((problem) => problem.split(' ')[0])).toEqual([
      'KRR_TEST_PID',
      'KRR_TEST_PID_EXPIRED',
    ])
    expect(found[0]).toContain(
      'must be a synthetic personidentifikator (month + 80, or + 20, 40, 65)',
    )
    expect(found.join()).not.toContain(number)
  })
})

test.each([
  [23, 20],
  [43, 40],
  [70, 65],
])('a number of another synthetic series (month %i) is taken, with a warning', (month, added) => {
  const env = { ...readyTest, KRR_TEST_PID: sampleNumber(3, month) }
  expect(problems(env)).toEqual([])
  const { warnings } = loadConfiguration({ env, argv: {} })
  expect(warnings).toEqual([
    `KRR_TEST_PID is of the synthetic series month + ${added}: TestID takes it, but KRR's test register may not know it, which is that of month + 80 (Tenor)`,
  ])
})

describe('writing', () => {
  const writing = (env: LoadOptions['env'], argv: LoadOptions['argv'] = {}) => {
    const configured = configure(env, argv)
    if (configured?.kind !== 'ready') return configured
    const { allowWrite, writeRefusal } = configured.environment
    return allowWrite ? 'allowed' : writeRefusal
  }

  test('is allowed in test, and not in an own environment, unless its key says otherwise', () => {
    expect(writing(readyTest)).toBe('allowed')
    expect(writing({ ...readyTest, KRR_TEST_ALLOW_WRITE: 'false' })).toBe(
      'KRR_TEST_ALLOW_WRITE is not true',
    )
    expect(writing(readyMine)).toBe('KRR_MINE_ALLOW_WRITE is not true')
    expect(writing({ ...readyMine, KRR_MINE_ALLOW_WRITE: 'true' })).toBe('allowed')
  })

  test('in production takes both the key and the flag', () => {
    const withKey = { ...readyProd, KRR_PROD_ALLOW_WRITE: 'true' }
    expect(writing(readyProd, consent)).toBe('KRR_PROD_ALLOW_WRITE is not true')
    expect(writing(withKey)).toContain('--confirm-national-register is not on the command line')
    expect(writing(withKey, consent)).toBe('allowed')
  })

  test('in production is told beforehand, in the sentence that the person must hear', () => {
    const told = (env: LoadOptions['env'], argv: LoadOptions['argv']) =>
      loadConfiguration({ env: env ?? {}, argv }).warnings
    const withKey = { ...readyProd, KRR_PROD_ALLOW_WRITE: 'true' }
    expect(told(withKey, consent)).toEqual([
      'prod is production: the language of the person who logs in is changed and put back. Tell that person before: the change is made in a national register.',
    ])
    expect(told(withKey, {})).toEqual([])
    expect(told(withKey, { ...consent, noWrite: true })).toEqual([])
    expect(told(readyTest, consent)).toEqual([])
    const byAddress = {
      ...readyTest,
      KRR_TEST_API_URL: 'https://kontaktregisteret.no/rest/v1/person',
      KRR_TEST_LOGIN: 'operator',
      KRR_TEST_REDIRECT_URI: 'http://localhost:3000/callback',
      KRR_TEST_ALLOW_WRITE: 'true',
    }
    expect(told(byAddress, consent).join()).toContain('test is production')
  })

  test('test with the address of production is not written to by default', () => {
    const env = {
      ...readyTest,
      KRR_TEST_API_URL: 'https://kontaktregisteret.no/rest/v1/person',
      KRR_TEST_REDIRECT_URI: 'http://localhost:3000/callback',
    }
    expect(writing(env, consent)).toBe('KRR_TEST_ALLOW_WRITE is not true')
  })

  test('--no-write comes before everything', () => {
    expect(writing(readyTest, { noWrite: true })).toContain('--no-write')
  })
})

describe('other refusals', () => {
  test('secret and JWK together', () => {
    const jwk = JSON.stringify(sampleJwk())
    expect(problems({ ...readyTest, KRR_TEST_CLIENT_JWK: jwk })).toEqual([
      'KRR_TEST_CLIENT_SECRET or KRR_TEST_CLIENT_JWK must be set, not both of them; remove one of them',
    ])
  })

  test('a remote browser with a redirect URI that is not on loopback, unless none is used', () => {
    const env = {
      ...readyMine,
      KRR_BROWSER_WS: 'wss://browser.example.com',
      KRR_MINE_REDIRECT_URI: 'https://app.example.com/callback',
    }
    expect(problems(env)).toEqual([expect.stringMatching(/^KRR_MINE_REDIRECT_URI must be on loop/)])
    expect(problems({ ...env, KRR_MINE_LOGIN: 'headless' })).toEqual([])
    expect(problems({ ...env, KRR_MINE_REDIRECT_URI: 'http://127.0.0.2:1/' })).toEqual([])
  })

  test.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['SSLKEYLOGFILE', '/tmp/keys'],
    ['NODE_OPTIONS', '--tls-keylog=/tmp/keys'],
    ['DEBUG', 'pw:api'],
    ['DEBUG', 'app, pw:*'],
    ['DEBUG', '*'],
    ['NODE_DEBUG', 'tls'],
  ])('%s=%s against a target that is not on loopback', (key, value) => {
    expect(problems({ ...readyTest, [key]: value })).toEqual([
      expect.stringMatching(`^${key} must not be set against test.kontaktregisteret.no: `),
    ])
  })

  test.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '1'],
    ['NODE_OPTIONS', '--max-old-space-size=4096'],
    ['DEBUG', 'vite:*'],
  ])('but %s=%s is nobody’s harm', (key, value) => {
    expect(problems({ ...readyTest, [key]: value })).toEqual([])
  })

  test('on loopback they are the user’s own affair', () => {
    const local = {
      ...readyMine,
      KRR_MINE_API_URL: 'http://localhost:8080/person',
      KRR_MINE_ISSUER: 'http://[::1]:8081',
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_DEBUG: 'http',
      KRR_MINE_PID: synthetic(12),
    }
    expect(problems(local)).toEqual([])
  })
})
