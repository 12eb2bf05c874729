import type { DefectAt } from '../defect.ts'
import { withText } from '../person-document.ts'

/** As JWT writes `iat`; but this is no registered claim. */
export const timestampIsANumberInTheJws: DefectAt<'personDocument'> = {
  id: 'DEF-BODY-TIMESTAMP-IS-A-NUMBER-IN-THE-JWS',
  title: 'reservasjon_oppdatert is in seconds since the epoch in application/jose',
  family: 'timestamps',
  seam: 'personDocument',
  violates: ['KRR-BODY-006', 'KRR-BODY-001', 'KRR-SPEC-005', 'KRR-NEG-003'],
  inject: (person, { representation }) =>
    representation === 'application/jose'
      ? withText(person, 'reservasjon_oppdatert', secondsSinceTheEpoch)
      : person,
}

/** The register writes offsets of hours alone, which `Date.parse` refuses. */
const secondsSinceTheEpoch = (time: string): number => Date.parse(`${time}:00`) / 1000
