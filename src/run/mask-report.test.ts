import { expect, test } from 'vitest'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { maskRegister } from './environment-report.ts'

const masked = (production: boolean) =>
  maskRegister(
    { found: 'nb', left: 'en', restored: false, trouble: 'it could not be put back' },
    createMasker(pseudonymsWith(randomKey()), production),
  )

test('a report of production does not say the person’s language', () => {
  const hidden = '[string as lower case, 2 characters, #00000000]'
  expect(masked(true)).toEqual({ ...masked(false), found: hidden, left: hidden })
  expect(masked(false)).toMatchObject({ found: 'nb', left: 'en' })
})
