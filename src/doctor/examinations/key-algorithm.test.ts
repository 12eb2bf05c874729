import { describe, expect, test } from 'vitest'
import { keyIsOffered } from './provider.ts'

const told = (algorithm: string, offered: unknown) =>
  keyIsOffered({ key: 'KRR_MINE_CLIENT_JWK', algorithm, offered }).map(
    ({ state, says, todo }) => `${state}: ${says}; ${todo}`,
  )

describe('the algorithm of the client’s key', () => {
  test.each(['ES256', 'PS256', 'EdDSA'])(
    '%s is a warning where the metadata offer RS256 alone, as ID-porten’s do',
    (algorithm) => {
      expect(told(algorithm, ['RS256'])).toEqual([
        `warning: the key signs by ${algorithm}, and the metadata offer RS256 for client assertions; register an RSA key, whose assertions are RS256, if the token endpoint refuses the client`,
      ])
    },
  )

  test.each([
    ['RS256', ['RS256']],
    ['ES256', ['RS256', 'ES256']],
    ['ES256', undefined],
    ['ES256', 'RS256'],
  ])('%s with %j is nothing to tell', (algorithm, offered) => {
    expect(told(algorithm, offered)).toEqual([])
  })
})
