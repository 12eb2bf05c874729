import { languageScope } from '../../reference/api/scopes.ts'
import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Whoever may write has to read unsigned. */
export const joseIsRefusedBesideTheWriteScope: DefectAt<'representation'> = {
  id: 'DEF-NEG-JOSE-IS-REFUSED-BESIDE-THE-WRITE-SCOPE',
  title: 'with spraak.write beside a read scope application/jose is not acceptable',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-002'],
  inject: (representation, context) =>
    representation === 'application/jose' &&
    context.scopes.includes(languageScope) &&
    !isAskedWith(context, 'spraak')
      ? undefined
      : representation,
}
