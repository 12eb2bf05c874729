import { expect, it } from 'vitest'
import type { KrrScope } from '../../evidence/person-reading.ts'
import { combinationName } from './combination.ts'

it.each([
  [[], 'openid profile'],
  [['krr:user/kontaktinformasjon.read'], 'kontaktinformasjon'],
  [['krr:user/digitalpost.read', 'krr:user/spraak.write'], 'digitalpost+spraak'],
  [['krr:user/a.b.c', 'x:krr:user/a.b'], 'krr:user/a.b.c+x:krr:user/a.b'],
])('%j is called %s', (scopes, name) => {
  expect(combinationName({ scopes: scopes as readonly KrrScope[] })).toBe(name)
})
