import type { PublishedPerson } from '../../../generated/krr.ts'
import { contactScope, mailboxScope } from './authenticate.ts'
import {
  type ContactRecord,
  isCurrent,
  mayBeNotified,
  osloTime,
  type PersonRecord,
} from './register.ts'

/** What decides, beside the record, what a token sees. */
export interface Projection {
  readonly personidentifikator: string
  readonly scopes: readonly string[]
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Both readings of expired contact information are documented: delivered, or filtered. */
  readonly deliverExpired: boolean
}

/** What may be in a person document, as it is published. */
type Members = Partial<PublishedPerson>

/** The person document that these scopes yield; without a record that of somebody unknown. */
export const project = (record: PersonRecord | undefined, projection: Projection): Members => {
  const seesContact = projection.scopes.includes(contactScope)
  const seesMailbox = projection.scopes.includes(mailboxScope)
  if (record === undefined) {
    return {
      personidentifikator: projection.personidentifikator,
      reservasjon: 'NEI',
      status: 'IKKE_REGISTRERT',
      ...(seesContact ? { varslingsstatus: 'KAN_IKKE_VARSLES' } : {}),
    }
  }
  const notifiable = mayBeNotified(record, projection.now)
  // The filter belongs to varslingsstatus: who may not see that gets a mailbox of any age.
  const filters = seesContact && !notifiable && !projection.deliverExpired
  const withheld = record.status !== 'AKTIV' || record.reservasjon === 'JA' || filters
  return {
    ...base(record),
    ...(seesContact ? { varslingsstatus: notifiable ? 'KAN_VARSLES' : 'KAN_IKKE_VARSLES' } : {}),
    ...(seesContact && !withheld ? contact(record, projection) : {}),
    ...(seesMailbox && !withheld ? mailbox(record) : {}),
    ...(seesContact ? language(record) : {}),
  }
}

const base = (record: PersonRecord): Members => ({
  personidentifikator: record.personidentifikator,
  reservasjon: record.reservasjon,
  ...instant('reservasjonstidspunkt', record.reservasjonstidspunkt),
  ...instant('reservasjon_oppdatert', record.reservasjon_oppdatert),
  status: record.status,
})

const contact = (record: PersonRecord, projection: Projection): Members => {
  const members = {
    ...address('epostadresse', record.epostadresse, projection),
    ...address('mobiltelefonnummer', record.mobiltelefonnummer, projection),
  }
  return Object.keys(members).length === 0 ? {} : { kontaktinformasjon: members }
}

const address = (
  name: 'epostadresse' | 'mobiltelefonnummer',
  contactRecord: ContactRecord | undefined,
  { now, deliverExpired }: Projection,
): Partial<PublishedPerson['kontaktinformasjon']> =>
  contactRecord === undefined || (!deliverExpired && !isCurrent(contactRecord, now))
    ? {}
    : {
        [name]: contactRecord.value,
        ...instant(`${name}_oppdatert`, contactRecord.oppdatert),
        ...instant(`${name}_sist_verifisert`, contactRecord.sist_verifisert),
        ...instant(`${name}_sist_validert`, contactRecord.sist_validert),
        ...(contactRecord.duplisert === undefined
          ? {}
          : { [`${name}_duplisert`]: contactRecord.duplisert }),
      }

const mailbox = ({ digital_post }: PersonRecord): Members => {
  if (digital_post === undefined) return {}
  const { sertifikat, ...addresses } = digital_post
  return { digital_post: addresses, sertifikat }
}

const language = ({ spraak, spraak_oppdatert }: PersonRecord): Members =>
  spraak === undefined ? {} : { spraak, ...instant('spraak_oppdatert', spraak_oppdatert) }

const instant = <Name extends string>(
  name: Name,
  value: number | undefined,
): Partial<Record<Name, string>> =>
  value === undefined ? {} : ({ [name]: osloTime(value) } as Record<Name, string>)
