import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'

/** Asked for it alone the signed person is whole, so that the same question has two answers. */
export const preferredJwsLacksAMember: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-PREFERRED-JWS-LACKS-A-MEMBER',
  title: 'application/jose lacks reservasjon_oppdatert where application/json would do too',
  family: 'identity',
  seam: 'personDocument',
  violates: ['KRR-BODY-022'],
  inject: (person, { representation, request }) =>
    representation === 'application/jose' && fieldValue(request, 'accept') !== 'application/jose'
      ? without(person, 'reservasjon_oppdatert')
      : person,
}
