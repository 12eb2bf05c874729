import type { JwsReading } from '../../evidence/jws.ts'
import { fromWire, type Rule } from '../rule.ts'
import { signingCertificate, withoutCertificate } from './certificates.ts'
import { type OrganisationNumber, organisationNumbers } from './organisation-number.ts'

/**
 * No page says whose certificate it is; Digdir's is expected, for the register is theirs. Where the subject
 * has both attributes, organizationIdentifier decides: serialNumber may number something else.
 */
export const certificateIsOfTheExpectedOrganisation: Rule<JwsReading> = {
  id: 'KRR-JWS-007',
  title: "The certificate's organisation number is the expected one",
  level: 'SHOULD',
  basis: 'assumed',
  since: 2,
  cites: ['RFC5280-003'],
  notApplicable: withoutCertificate,

  *check(reading) {
    const named = namedBy(reading)
    if (named?.number === reading.trust.orgnr) return
    yield {
      at: 'x5c[0]',
      expected: `the organisation number ${reading.trust.orgnr}`,
      actual: named === undefined ? 'none' : fromWire(named.number),
    }
  },
  met: (reading) => {
    const named = namedBy(reading)
    return named === undefined ? undefined : `named by ${named.attribute}`
  },
}

const namedBy = ({ jws }: JwsReading): OrganisationNumber | undefined => {
  const certificate = signingCertificate(jws)
  return certificate === undefined ? undefined : organisationNumbers(certificate)[0]
}
