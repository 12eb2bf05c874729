import type { Injections } from '../../reference/seams.ts'
import { withField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

const shifted = (claims: { readonly [name: string]: unknown }, seconds: number) =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      ['iat', 'nbf', 'exp', 'auth_time'].includes(name) && typeof value === 'number'
        ? value + seconds
        : value,
    ]),
  )

/** Both servers go by a clock that differs from the harness's. */
const clockOffBy = (seconds: number) => (): Injections => ({
  idTokenClaims: (claims) => shifted(claims, seconds),
  accessTokenClaims: (claims) => shifted(claims, seconds),
  // By its own clock the API finds a token alive for so much longer.
  authentication: (authentication, { presented, now }) =>
    authentication.kind === 'refused' &&
    authentication.reason === 'expired' &&
    Number(presented?.claims['exp']) > now / 1000 + seconds
      ? { kind: 'accepted', claims: presented?.claims ?? {} }
      : authentication,
  patchEffect: (changed, { record, now }) =>
    changed === undefined || changed.spraak === record?.spraak
      ? changed
      : { ...changed, spraak_oppdatert: now + seconds * 1000 },
  errorDocument: (document, { now }) => ({
    ...document,
    timestamp: new Date(now + seconds * 1000).toISOString(),
  }),
  response: (response, { now }) =>
    withField(response, 'Date', new Date(now + seconds * 1000).toUTCString()),
})

/** Clocks are never quite the same (RFC 7519, 4.1.4: some small leeway). */
export const clockVariants: readonly Variant[] = [
  {
    id: 'VAR-CLOCK-IS-20-S-FAST',
    title: 'the clock of both servers is 20 s fast',
    injections: clockOffBy(20),
  },
  {
    id: 'VAR-CLOCK-IS-20-S-SLOW',
    title: 'the clock of both servers is 20 s slow',
    injections: clockOffBy(-20),
  },
]
