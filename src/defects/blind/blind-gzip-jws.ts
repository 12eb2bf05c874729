import { acceptsGzip } from '../../reference/api/negotiate.ts'
import type { DefectAt } from '../defect.ts'
import { withContact, without } from '../person-document.ts'

export const blindGzipJws: DefectAt<'personDocument'> = {
  id: 'DEF-NEG-BLIND-GZIP-JWS',
  title: 'a JWS in gzip is of a person without an e-mail address',
  family: 'written blind',
  violates: ['KRR-NEG-008'],
  seam: 'personDocument',
  inject: (person, { request, representation }) =>
    representation === 'application/jose' && acceptsGzip(request)
      ? withContact(person, (contact) => without(contact, 'epostadresse'))
      : person,
}
