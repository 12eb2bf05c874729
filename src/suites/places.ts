import type { KrrScope, Representation } from '../evidence/person-reading.ts'

/** `kontaktinformasjon+digitalpost`, or `no krr scope`. */
export const shortScopes = (scopes: readonly KrrScope[]): string =>
  scopes.length === 0
    ? 'no krr scope'
    : scopes
        .map((scope) => scope.replace(/^krr:user\//, '').replace(/\.(read|write)$/, ''))
        .join('+')

/** Where a rule is judged: `kontaktinformasjon+digitalpost, application/jose`. */
export const placeOf = ({
  scopes,
  representation,
}: {
  readonly scopes: readonly KrrScope[]
  readonly representation: Representation
}): string => `${shortScopes(scopes)}, ${representation}`
