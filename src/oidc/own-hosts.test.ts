import { describe, expect, test } from 'vitest'
import { loginHosts } from '../config/address.ts'
import { isOwn } from './own-hosts.ts'

const test1 = { loginHosts: loginHosts('https://test.idporten.no', []) }
const mine = { loginHosts: loginHosts('https://op.example', ['pages.example:8443']) }

describe('the hosts of an environment', () => {
  test.each([
    [test1, 'https://test.idporten.no/token', true],
    [test1, 'https://login.test.idporten.no/authorize', true],
    [test1, 'https://testid.test.idporten.no/', true],
    [test1, 'https://login.test.minid.no/', true],
    [test1, 'https://other.test.idporten.no/', false],
    [test1, 'https://test.idporten.no:8443/token', false],
    [test1, 'https://test.idporten.no.example/token', false],
    [test1, 'https://idporten.no/token', false],
    [mine, 'https://op.example/token', true],
    [mine, 'https://op.example:443/token', true],
    [mine, 'https://pages.example:8443/', true],
    [mine, 'https://pages.example/', false],
    [mine, 'https://login.op.example/', false],
    [mine, 'https://op.example@other.example/', false],
    [mine, 'file://op.example/etc/passwd', false],
    [mine, 'data:text/html,x', false],
    [mine, 'no address', false],
  ])('%o: %s is %s', (own, url, expected) => {
    expect(isOwn(own, url)).toBe(expected)
  })
})
