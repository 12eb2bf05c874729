import type { X509Certificate } from 'node:crypto'

/** The attribute of the subject that names the organisation. */
export type NumberAttribute = 'organizationIdentifier' | 'serialNumber'

export interface OrganisationNumber {
  readonly attribute: NumberAttribute
  readonly number: string
}

const ofIdentifier = /^(?:organizationIdentifier|2\.5\.4\.97)=NTRNO-(\d{9})$/
const ofSerialNumber = /^serialNumber=(\d{9})$/

/**
 * The organisation numbers that the certificate's subject names, in both forms that Norwegian business
 * certificates have: `NTRNO-991825827` in organizationIdentifier (2.5.4.97), which comes first, and the
 * bare number in serialNumber, which may also be a number of another kind.
 */
export const organisationNumbers = ({
  subject,
}: X509Certificate): readonly OrganisationNumber[] => {
  // One attribute a line; where several make one name, they are joined by a plus sign.
  const attributes = (subject ?? '').split(/\n|(?<!\\) \+ /)
  const among = (attribute: NumberAttribute, form: RegExp): readonly OrganisationNumber[] =>
    attributes.flatMap((line) => {
      const number = form.exec(line)?.[1]
      return number === undefined ? [] : [{ attribute, number }]
    })
  return [
    ...among('organizationIdentifier', ofIdentifier),
    ...among('serialNumber', ofSerialNumber),
  ]
}
