import type { DefectAt } from '../defect.ts'

/** For as long as the token lives, a cache on the way may hand it out again. */
export const tokenResponseMayBeCached: DefectAt<'tokenResponse'> = {
  id: 'DEF-OP-TOKEN-RESPONSE-MAY-BE-CACHED',
  title: 'the token response may be cached for two minutes',
  family: 'OpenID provider',
  seam: 'tokenResponse',
  violates: ['KRR-OP-005'],
  inject: (response) => ({
    ...response,
    fields: response.fields.map(([name, value]) => [
      name,
      name === 'cache-control' ? 'private, max-age=120' : value,
    ]),
  }),
}
