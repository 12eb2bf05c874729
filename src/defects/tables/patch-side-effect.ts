import { isJsonObject } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'

/** Changes to what is no language. */
export const patchSideEffectDefects = ofFamily('PATCH side effect', [
  /** The person that the token may read is written back, as if it were the whole one. */
  {
    id: 'DEF-PATCH-CHANGE-LOSES-WHAT-THE-TOKEN-CANNOT-SEE',
    title: 'a change with spraak.write alone erases the mobile number',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-004'],
    inject(stored, context) {
      if (stored === undefined || !isAskedWith(context, 'spraak')) return stored
      const { mobiltelefonnummer: _, ...seen } = stored
      return seen
    },
  },
  /** One time of change for the whole row. */
  {
    id: 'DEF-PATCH-CHANGE-RENEWS-THE-RESERVATION',
    title: 'a change of the language sets reservasjon_oppdatert',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-004'],
    // A document with other members beside the language changes it as well, and the reservation's time with it.
    alsoTrips: ['KRR-PATCH-010'],
    inject: (stored, { record, now }) =>
      stored === undefined || stored === record
        ? stored
        : { ...stored, reservasjon_oppdatert: now },
  },
  /** Refused for the member that is missing, after the other one was saved. */
  {
    id: 'DEF-PATCH-EPOSTADRESSE-IS-TAKEN-OVER',
    title: 'an epostadresse in a refused PATCH document is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const value =
        isJsonObject(sent) && isJsonObject(sent['kontaktinformasjon'])
          ? sent['kontaktinformasjon']['epostadresse']
          : undefined
      return stored?.epostadresse === undefined || typeof value !== 'string'
        ? stored
        : { ...stored, epostadresse: { ...stored.epostadresse, value } }
    },
  },
  /** Refused and nothing taken over, yet the row was touched. */
  {
    id: 'DEF-PATCH-REFUSED-DOCUMENT-RENEWS-THE-RESERVATION',
    title: 'a PATCH document with personidentifikator sets reservasjon_oppdatert',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject: (stored, { sent, now }) =>
      stored !== undefined && isJsonObject(sent) && 'personidentifikator' in sent
        ? { ...stored, reservasjon_oppdatert: now }
        : stored,
  },
  /** Refused, and yet it takes effect; alone in the document it does not. */
  {
    id: 'DEF-PATCH-RESERVASJON-IS-TAKEN-OVER',
    title: 'reservasjon beside spraak in a PATCH document is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      if (stored === undefined || !isJsonObject(sent) || !('spraak' in sent)) return stored
      const { reservasjon } = sent
      return reservasjon === 'JA' || reservasjon === 'NEI' ? { ...stored, reservasjon } : stored
    },
  },
  /** Whoever may write a language deletes a person. */
  {
    id: 'DEF-PATCH-STATUS-IS-TAKEN-OVER',
    title: 'status in a PATCH document is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const status = isJsonObject(sent) ? sent['status'] : undefined
      return stored !== undefined && (status === 'SLETTET' || status === 'AKTIV')
        ? { ...stored, status }
        : stored
    },
  },
  /** Refused, and yet what is missing in the document is filled in from elsewhere. */
  {
    id: 'DEF-PATCH-MOBILE-NUMBER-MOVES-WITH-OTHER-MEMBERS',
    title: 'a refused document with kontaktinformasjon stores another mobile number',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const contact = isJsonObject(sent) ? sent['kontaktinformasjon'] : undefined
      if (stored?.mobiltelefonnummer === undefined || contact === undefined) return stored
      const { value } = stored.mobiltelefonnummer
      const next = `${value.slice(0, -1)}${(Number(value.at(-1)) + 1) % 10}`
      return { ...stored, mobiltelefonnummer: { ...stored.mobiltelefonnummer, value: next } }
    },
  },
  /** Names as the register's other interfaces have them: refused for want of a language, after they were saved. */
  {
    id: 'DEF-PATCH-FLAT-EPOSTADRESSE-IS-TAKEN-OVER',
    title: 'epostadresse at the top of a PATCH document without spraak is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const value = isJsonObject(sent) && !('spraak' in sent) ? sent['epostadresse'] : undefined
      return stored?.epostadresse === undefined || typeof value !== 'string'
        ? stored
        : { ...stored, epostadresse: { ...stored.epostadresse, value } }
    },
  },
  /** Whoever changes the language in order sets the number with it. */
  {
    id: 'DEF-PATCH-FLAT-MOBILE-NUMBER-BESIDE-SPRAAK-IS-TAKEN-OVER',
    title: 'mobiltelefonnummer at the top of a PATCH document, beside spraak, is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const value = isJsonObject(sent) && 'spraak' in sent ? sent['mobiltelefonnummer'] : undefined
      return stored?.mobiltelefonnummer === undefined || typeof value !== 'string'
        ? stored
        : { ...stored, mobiltelefonnummer: { ...stored.mobiltelefonnummer, value } }
    },
  },
  /** Letters to the mailbox would be sealed for somebody else. */
  {
    id: 'DEF-PATCH-FLAT-SERTIFIKAT-IS-TAKEN-OVER',
    title: 'sertifikat at the top of a PATCH document is stored',
    seam: 'patchEffect',
    violates: ['KRR-PATCH-010'],
    inject(stored, { sent }) {
      const value = isJsonObject(sent) ? sent['sertifikat'] : undefined
      return stored?.digital_post === undefined || typeof value !== 'string'
        ? stored
        : { ...stored, digital_post: { ...stored.digital_post, sertifikat: value } }
    },
  },
])
