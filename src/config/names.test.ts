import { describe, expect, test } from 'vitest'
import { ConfigurationError } from './configuration-error.ts'
import { type LoadOptions, loadConfiguration } from './load.ts'
import { nearest } from './registry.ts'
import { readyMine, readyTest } from './samples.fixture.ts'

const load = (env: LoadOptions['env'], argv: LoadOptions['argv'] = {}) =>
  loadConfiguration({ env: env ?? {}, argv })

describe('the name of an environment', () => {
  test.each([
    ['tset', 'test'],
    ['prd', 'prod'],
    ['refrence', 'reference'],
    ['sanbox', 'sandbox'],
  ])('%s stops the run and is asked back: did you mean %s?', (name, meant) => {
    expect(() => load(readyTest, { env: `test,${name}` })).toThrow(
      `unknown environment "${name}": did you mean "${meant}"? built in are reference, sandbox, test, ver2, prod; one of your own needs`,
    )
  })

  const three = Array.from({ length: 3 }, () => expect.any(String))

  test('that is like a built-in one is one of the user’s own as soon as a key is set', () => {
    expect(load({ KRR_ENV: 'tset', KRR_TSET_CLIENT_ID: 'x' }).environments).toMatchObject([
      { name: 'tset', problems: [expect.stringMatching(/^KRR_TSET_API_URL must be/), ...three] },
    ])
  })

  test('that is like nothing and has no key is unknown: one message', () => {
    expect(load({ KRR_ENV: 'my-service' }).environments).toEqual([
      {
        kind: 'unusable',
        name: 'my-service',
        problems: [
          'unknown environment "my-service": built in are reference, sandbox, test, ver2, prod; one of your own needs KRR_MY_SERVICE_API_URL, KRR_MY_SERVICE_ISSUER, KRR_MY_SERVICE_CLIENT_ID and more in .env (see .env.example)',
        ],
      },
    ])
  })

  test.each([' ', ',', 'a b', '../x', 'test_2', '-x'])(
    'cannot be "%s" on the command line',
    (env) => {
      expect(() => load({}, { env })).toThrow(
        /^--env must be names of environments .*; give it as --env test,prod$/,
      )
      expect(() => load({}, { env })).toThrow(ConfigurationError)
    },
  )
})

describe('a closed environment', () => {
  test.each(['ver1', 'yt2'])(
    '%s says since when, where that is written and what to use',
    (name) => {
      const KEY = name.toUpperCase()
      expect(load({ KRR_ENV: name, [`KRR_${KEY}_ISSUER`]: 'https://a.example.com' })).toMatchObject(
        {
          environments: [
            {
              kind: 'unusable',
              problems: [
                `environment "${name}" is closed: listed so since 2023-10-16 (https://docs.digdir.no/docs/Kontaktregisteret/krr_utfasa_endepunkt); use "test", or set both KRR_${KEY}_API_URL and KRR_${KEY}_ISSUER to addresses of your own in .env (see .env.example)`,
              ],
            },
          ],
        },
      )
    },
  )

  test('with both addresses given is one of the user’s own', () => {
    const [configured] = load({
      KRR_ENV: 'yt2',
      KRR_YT2_API_URL: 'http://localhost:1/person',
      KRR_YT2_ISSUER: 'http://localhost:2',
      KRR_YT2_CLIENT_ID: 'x',
      KRR_YT2_CLIENT_SECRET: 'y',
      KRR_YT2_PID: readyTest.KRR_TEST_PID,
    }).environments
    expect(configured).toMatchObject({ kind: 'ready', environment: { allowWrite: false } })
  })
})

describe('warnings', () => {
  const warnings = (env: LoadOptions['env']) => load({ ...readyTest, ...env }).warnings

  test.each([
    ['KRR_TESTPID', 'is not a setting: did you mean KRR_TEST_PID?'],
    ['KR_TEST_PID', 'is not a setting: did you mean KRR_TEST_PID?'],
    ['krr_test_pid', 'is not a setting: did you mean KRR_TEST_PID?'],
    ['KRR_TEST_CLIENT_SECRT', 'is not a setting: did you mean KRR_TEST_CLIENT_SECRET?'],
    ['KRR_TEST_PID_RESERVERT', 'is not a setting: did you mean KRR_TEST_PID_RESERVED?'],
    ['KRR_TEST_FAVOURITE_COLOUR', 'is not a setting: the keys are in .env.example'],
    ['KRR_REPORTS_DIR', 'is not a setting: did you mean KRR_REPORT_DIR?'],
    ['KRR_VER2_PID', 'is not read: ver2 stands for test, so set KRR_TEST_PID'],
  ])('%s %s', (key, words) => {
    expect(warnings({ [key]: 'secret value' })).toEqual([`${key} ${words}`])
  })

  test('leave other environments and other programs alone', () => {
    expect(
      warnings({ KRR_TEST_TEAM_PID: 'x', KRR_PROD_CLIENT_SECRT: 'x', KRR_TOKEN: 'x' }),
    ).toEqual([])
  })

  test('an address that an own environment has on a closed one’s host is pointed out', () => {
    const closed = 'https://OIDC-ver1.difi.no./kontaktinfo-oauth2-server/rest/v1/person'
    expect(load({ ...readyMine, KRR_MINE_API_URL: closed }).warnings).toEqual([
      'KRR_MINE_API_URL is on the host of ver1, closed since 2023-10-16 (https://docs.digdir.no/docs/Kontaktregisteret/krr_utfasa_endepunkt): whoever answers there is not KRR; use the environment test',
    ])
  })

  test('a number beside an operator’s login is not read', () => {
    expect(warnings({ KRR_TEST_LOGIN: 'operator' })).toEqual([
      'KRR_TEST_PID is not read with LOGIN=operator: the person is the one who logs in',
    ])
  })
})

describe('nearest', () => {
  test('counts swapped neighbours once and gives nothing that differs by more', () => {
    expect(nearest('tset', ['prod', 'test'], 1)).toBe('test')
    expect(nearest('ca', ['abc'], 2)).toBeUndefined()
    expect(nearest('', ['a'], 1)).toBe('a')
  })
})
