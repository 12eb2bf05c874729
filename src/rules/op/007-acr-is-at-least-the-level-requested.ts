import { valueAt, wordsOf } from '../../evidence/json.ts'
import type { LoginReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { idTokenClaims, withoutIdToken } from './token-response.ts'

/** Levels of assurance, in order: those of eIDAS, and ID-porten's, which Digdir's own client takes for the same ones. */
const levels = ['low', 'substantial-limited', 'substantial', 'high']

/** How high a value is on the ladder; undefined for one that is on none. */
const heightOf = (acr: unknown): number | undefined => {
  const [, level = ''] = /^(?:idporten|eidas)-loa-(.+)$/.exec(wordsOf(acr)) ?? []
  return levels.includes(level) ? levels.indexOf(level) : undefined
}

/**
 * `acr_values` are alternatives, so the lowest of them is the level requested. A value that is on no
 * ladder (`selfregistered-email`) is met by itself alone.
 */
export const acrIsAtLeastTheLevelRequested: Rule<LoginReading> = {
  id: 'KRR-OP-007',
  title: 'acr in the ID token is at least the level requested',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['IDT-002', 'CORE-009'],
  notApplicable: (login) =>
    withoutIdToken(login) ??
    (requested(login).length === 0 ? 'no acr_values were requested' : undefined),

  *check(login) {
    const acr = valueAt(idTokenClaims(login), 'acr')
    const accepted = requested(login)
    if (!accepted.some((value) => reaches(acr, value))) {
      yield { at: '/id_token/acr', expected: accepted.join(' or '), actual: orAbsent(acr) }
    }
  },
}

const requested = ({ request }: LoginReading): readonly string[] =>
  request.acrValues.split(' ').filter((value) => value !== '')

const reaches = (acr: unknown, wanted: string): boolean => {
  const [height, least] = [heightOf(acr), heightOf(wanted)]
  return height === undefined || least === undefined ? acr === wanted : height >= least
}
