import { fieldValue } from '../../reference/api/message.ts'
import type { Variant } from './variant.ts'

/** The representation chosen otherwise where the contract leaves it open. */
export const negotiationVariants: readonly Variant[] = [
  {
    id: 'VAR-DEFAULT-INSTEAD-OF-406',
    title: 'a type that is not offered yields JSON',
    injections: () => ({ representation: (type) => type ?? 'application/json' }),
  },
  {
    id: 'VAR-JOSE-IS-THE-DEFAULT',
    title: 'who states no preference gets a JWS',
    injections: () => ({
      representation: (type, { request }) =>
        ['', '*/*'].includes(fieldValue(request, 'accept') ?? '') ? 'application/jose' : type,
    }),
  },
  {
    id: 'VAR-QUALITY-VALUES-ARE-PASSED-OVER',
    title: 'of two types that are accepted the first one named is chosen',
    mayTrip: ['KRR-NEG-005'],
    injections: () => ({
      representation: (type, { request }) =>
        (['application/json', 'application/jose'] as const).find((offered) =>
          (fieldValue(request, 'accept') ?? '').startsWith(offered),
        ) ?? type,
    }),
  },
]
