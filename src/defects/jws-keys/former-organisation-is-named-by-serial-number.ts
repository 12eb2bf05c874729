import type { DefectAt } from '../defect.ts'
import { otherSigner } from './other-signer.ts'

/** The older form, and the register has moved since. */
export const formerOrganisationIsNamedBySerialNumber: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-FORMER-ORGANISATION-IS-NAMED-BY-SERIAL-NUMBER',
  title: 'the signing certificate has the number of another organisation, in serialNumber alone',
  family: 'JWS keys and chain',
  seam: 'jwsSigner',
  violates: ['KRR-JWS-007'],
  inject: otherSigner(() => ({ organisationNumber: '974760673', namedBy: ['serialNumber'] })),
}
