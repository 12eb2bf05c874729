import { without } from '../../defects/person-document.ts'
import { contactScope } from '../../reference/api/authenticate.ts'
import type { JsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import type { PersonContext } from '../../reference/api/seams.ts'
import type { PersonName } from '../../reference/people.ts'

/** A state that a person of a people file can be in. */
export interface Preset {
  readonly title: string
  /** Whose record of the sandbox's own people it begins with. */
  readonly like: PersonName
  readonly edit?: (record: PersonRecord) => PersonRecord
  /** How the person comes, where it is otherwise than the API usually shows such a record. */
  readonly shown?: (person: JsonObject, context: PersonContext) => JsonObject
}

/** e-Boks, the other supplier of digital mailboxes. */
const eBoks = '922020175'

const own = (like: PersonName, title: string): Preset => ({ like, title })

const inLanguage = (spraak: string, title: string): Preset => ({
  like: 'MAIN',
  title,
  edit: (record) => ({ ...record, spraak }),
})

/** The people that the sandbox has anyhow, and the readings of official samples that differ from them. */
export const presets = {
  MAIN: own('MAIN', 'e-mail, mobile number and mailbox (Digipost)'),
  NO_MAILBOX: own('NO_MAILBOX', 'e-mail and mobile number'),
  MAIL_ONLY: own('MAIL_ONLY', 'e-mail only'),
  MOBILE_ONLY: own('MOBILE_ONLY', 'mobile number only'),
  RESERVED: own('RESERVED', 'reserved against digital communication'),
  DELETED: own('DELETED', 'deleted from the register'),
  EXPIRED: own('EXPIRED', 'not confirmed for 18 months, filtered'),
  UNREGISTERED: own('UNREGISTERED', 'not in the register'),
  NYNORSK: inLanguage('nn', 'reads Nynorsk'),
  ENGLISH: inLanguage('en', 'reads English'),
  NORTH_SAMI: inLanguage('se', 'reads Northern Sami'),
  NO_LANGUAGE: {
    like: 'MAIN',
    title: 'has chosen no language, as most people',
    edit: ({ spraak: _, spraak_oppdatert: __, ...record }) => record,
  },
  E_BOKS: {
    like: 'MAIN',
    title: 'has the mailbox at e-Boks',
    edit: (record) =>
      record.digital_post === undefined
        ? record
        : {
            ...record,
            digital_post: { ...record.digital_post, postkasseleverandoeradresse: eBoks },
          },
  },
  MOBILE_WITHOUT_COUNTRY_CODE: {
    like: 'MAIN',
    title: 'the mobile number is 99999999, without +47',
    edit: (record) =>
      record.mobiltelefonnummer === undefined
        ? record
        : { ...record, mobiltelefonnummer: { ...record.mobiltelefonnummer, value: '99999999' } },
  },
  NEVER_VALIDATED: {
    like: 'NO_MAILBOX',
    title: 'no address was ever validated by a code',
    edit: (record) => ({
      ...record,
      ...withoutValidation('epostadresse', record),
      ...withoutValidation('mobiltelefonnummer', record),
    }),
  },
  DELETED_WITHOUT_RESERVASJON: {
    like: 'DELETED',
    title: 'deleted, and nothing is said of a reservation',
    shown: (person) => without(without(person, 'reservasjon'), 'reservasjon_oppdatert'),
  },
  RESERVED_WITH_ADDRESSES: {
    like: 'RESERVED',
    title: 'reserved, and addresses are delivered all the same, without their times',
    shown: withAddresses,
  },
  EXPIRED_WITH_ADDRESSES: {
    like: 'EXPIRED',
    title:
      'not confirmed for 18 months, and addresses are delivered all the same, without their times',
    shown: withAddresses,
  },
  EMPTY_STRINGS: {
    like: 'MAIL_ONLY',
    title: 'what is not there comes as an empty string',
    shown: (person, { scopes }) => ({
      ...person,
      ...(scopes.includes(contactScope)
        ? { kontaktinformasjon: { ...contactOf(person), mobiltelefonnummer: '' } }
        : {}),
      ...(scopes.includes('krr:user/digitalpost.read')
        ? {
            digital_post: { postkasseadresse: '', postkasseleverandoeradresse: '' },
            sertifikat: '',
          }
        : {}),
    }),
  },
} as const satisfies Readonly<Record<string, Preset>>

export type PresetName = keyof typeof presets

function withAddresses(person: JsonObject, { scopes, record }: PersonContext): JsonObject {
  if (!scopes.includes(contactScope)) return person
  const kontaktinformasjon = {
    epostadresse: record?.epostadresse?.value,
    mobiltelefonnummer: record?.mobiltelefonnummer?.value,
  }
  return { ...person, kontaktinformasjon }
}

const contactOf = (person: JsonObject): object => {
  const contact = person['kontaktinformasjon']
  return typeof contact === 'object' && contact !== null ? contact : {}
}

const withoutValidation = (
  name: 'epostadresse' | 'mobiltelefonnummer',
  record: PersonRecord,
): Partial<PersonRecord> => {
  const contact = record[name]
  if (contact === undefined) return {}
  const { sist_validert: _, ...rest } = contact
  return { [name]: rest }
}
