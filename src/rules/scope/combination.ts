import type { KrrScope, PersonReading } from '../../evidence/person-reading.ts'

/** The combination in words: `kontaktinformasjon+digitalpost`, or `openid profile` for none. */
export const combinationName = ({ scopes }: Pick<PersonReading, 'scopes'>): string =>
  scopes.length === 0
    ? 'openid profile'
    : scopes.map((scope) => scope.replace(/^krr:user\/(\w+)\.\w+$/, '$1')).join('+')

/** Why a rule on what this scope yields does not apply, or undefined where it was granted. */
export const unlessGranted = (
  { scopes }: Pick<PersonReading, 'scopes'>,
  scope: KrrScope,
): string | undefined => (scopes.includes(scope) ? undefined : `${scope} was not granted`)

/** Why a rule on what is left out without this scope does not apply, or undefined where it was not granted. */
export const unlessWithheld = (
  { scopes }: Pick<PersonReading, 'scopes'>,
  scope: KrrScope,
): string | undefined => (scopes.includes(scope) ? `${scope} was granted` : undefined)
