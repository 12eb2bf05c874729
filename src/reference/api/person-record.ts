/** An address that a person gave. Instants are milliseconds since the epoch. */
export interface ContactRecord {
  readonly value: string
  readonly oppdatert: number
  readonly sist_verifisert: number
  /** When a code that was sent there was typed in. */
  readonly sist_validert?: number
  /** Whether somebody else has it too. */
  readonly duplisert?: 'JA' | 'NEI'
}

export interface MailboxRecord {
  readonly postkasseadresse: string
  readonly postkasseleverandoeradresse: string
  /** Base64 DER. */
  readonly sertifikat: string
}

/** What the register holds of a person, whatever a token may see. Instants are ms since the epoch. */
export interface PersonRecord {
  readonly personidentifikator: string
  readonly status: 'AKTIV' | 'SLETTET'
  readonly reservasjon: 'JA' | 'NEI'
  /** Since when the person is reserved. */
  readonly reservasjonstidspunkt?: number
  readonly reservasjon_oppdatert?: number
  readonly epostadresse?: ContactRecord
  readonly mobiltelefonnummer?: ContactRecord
  readonly digital_post?: MailboxRecord
  readonly spraak?: string
  readonly spraak_oppdatert?: number
}

/**
 * Whether an address may still be used: changed or confirmed within the last 18 months
 * (eForvaltningsforskriften, 32).
 */
export const isCurrent = (contact: ContactRecord | undefined, now: number): boolean =>
  contact !== undefined &&
  Math.max(contact.oppdatert, contact.sist_verifisert) > eighteenMonthsBefore(now)

/** Whether the person can be notified: active, not reserved, and one address that is current. */
export const mayBeNotified = (record: PersonRecord, now: number): boolean =>
  record.status === 'AKTIV' &&
  record.reservasjon === 'NEI' &&
  (isCurrent(record.epostadresse, now) || isCurrent(record.mobiltelefonnummer, now))

const eighteenMonthsBefore = (now: number): number => {
  const instant = new Date(now)
  return instant.setUTCMonth(instant.getUTCMonth() - 18)
}
