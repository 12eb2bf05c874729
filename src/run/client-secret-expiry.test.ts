import { expect, test } from 'vitest'
import { loadConfiguration } from '../config/load.ts'
import { readyTest, sampleJwk } from '../config/samples.fixture.ts'
import { clientSecretExpiry } from './client-secret-expiry.ts'

const expiryWith = (changes: Readonly<Record<string, string | undefined>>) => {
  const env = { ...readyTest, ...changes }
  const [found] = loadConfiguration({ env, argv: {}, cwd: '/' }).environments
  if (found === undefined || !('environment' in found)) throw new TypeError('it is not ready')
  return clientSecretExpiry(found.environment)
}

test('the client’s secret or key ends on the day that a setting names, when that is over', () => {
  const KRR_TEST_CLIENT_SECRET_EXPIRES = '2027-06-30'
  const expiry = {
    what: 'client secret',
    of: 'KRR_TEST_CLIENT_SECRET_EXPIRES',
    at: '2027-06-30T23:59:59.000Z',
  }
  expect(expiryWith({ KRR_TEST_CLIENT_SECRET_EXPIRES })).toEqual([expiry])
  const key = {
    KRR_TEST_CLIENT_SECRET: undefined,
    KRR_TEST_CLIENT_JWK: JSON.stringify(sampleJwk()),
  }
  expect(expiryWith({ KRR_TEST_CLIENT_SECRET_EXPIRES, ...key })).toEqual([
    { ...expiry, what: 'client key' },
  ])
  expect(expiryWith({})).toEqual([])
})
