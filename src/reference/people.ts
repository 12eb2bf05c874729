import type { Expectation, Persona } from '../evidence/person-reading.ts'
import type { ContactRecord, MailboxRecord, PersonRecord } from './api/register.ts'
import { hasControlDigits } from './op/personidentifikator.ts'

/** A state that a person can be in, and somebody with a D-number. */
export type PersonName = Persona | 'D_NUMBER'

/** A synthetic person of the reference environment. */
export interface ReferencePerson {
  readonly pid: string
  /** In words, for the sandbox's list. */
  readonly description: string
  /** What a token with every scope gets of the person. */
  readonly has: readonly Expectation[]
  /** What the register holds at the start; undefined for who is not in it. */
  readonly record: PersonRecord | undefined
}

export type ReferencePeople = Readonly<Record<PersonName, ReferencePerson>>

const day = 24 * 3_600_000

/** Digipost, one of the two suppliers of digital mailboxes. */
const digipost = '984661185'

/**
 * The registered people, one for each state.
 * @param now milliseconds since the epoch; every instant of theirs lies before it
 */
export const createPeople = (now: number, mailboxCertificate: string): ReferencePeople => {
  const verified = (value: string, daysAgo = 40): ContactRecord => ({
    value,
    oppdatert: now - (daysAgo + 200) * day,
    sist_verifisert: now - daysAgo * day,
    sist_validert: now - (daysAgo + 200) * day,
    duplisert: 'NEI',
  })
  const mobile = verified('+4799999999')
  const mailbox: MailboxRecord = {
    postkasseadresse: 'kari.nordmann#9YDT',
    postkasseleverandoeradresse: digipost,
    sertifikat: mailboxCertificate,
  }
  const person = (
    pid: string,
    description: string,
    has: readonly Expectation[],
    record: Partial<PersonRecord>,
  ): ReferencePerson => ({
    pid,
    description,
    has,
    record: {
      personidentifikator: pid,
      status: 'AKTIV',
      reservasjon: 'NEI',
      reservasjon_oppdatert: now - 400 * day,
      ...record,
    },
  })
  const norwegian = { spraak: 'nb', spraak_oppdatert: now - 300 * day } as const
  const all: readonly Expectation[] = [
    'epostadresse',
    'mobiltelefonnummer',
    'digital_post',
    'sertifikat',
  ]
  return {
    MAIN: person(firstNumber('058185', 100), 'e-mail, mobile number and mailbox', all, {
      epostadresse: verified('main@example.com'),
      mobiltelefonnummer: mobile,
      digital_post: mailbox,
      ...norwegian,
    }),
    NO_MAILBOX: person(
      firstNumber('128279', 110),
      'e-mail and mobile number',
      ['epostadresse', 'mobiltelefonnummer'],
      {
        epostadresse: verified('no-mailbox@example.com'),
        mobiltelefonnummer: mobile,
        ...norwegian,
      },
    ),
    MOBILE_ONLY: person(firstNumber('238391', 120), 'mobile number only', ['mobiltelefonnummer'], {
      mobiltelefonnummer: mobile,
      ...norwegian,
    }),
    MAIL_ONLY: person(firstNumber('048468', 130), 'e-mail only', ['epostadresse'], {
      epostadresse: verified('mail-only@example.com'),
      ...norwegian,
    }),
    DELETED: person(firstNumber('198572', 140), 'deleted from the register', [], {
      status: 'SLETTET',
    }),
    EXPIRED: person(firstNumber('308688', 150), 'not confirmed for 18 months', [], {
      epostadresse: verified('expired@example.com', 700),
      mobiltelefonnummer: verified('+4799999999', 700),
      digital_post: mailbox,
      ...norwegian,
    }),
    RESERVED: person(firstNumber('118754', 160), 'reserved against digital communication', [], {
      reservasjon: 'JA',
      reservasjonstidspunkt: now - 100 * day,
      reservasjon_oppdatert: now - 100 * day,
      epostadresse: verified('reserved@example.com'),
      mobiltelefonnummer: mobile,
      ...norwegian,
    }),
    UNREGISTERED: {
      pid: firstNumber('268896', 170),
      description: 'not in the register',
      has: [],
      record: undefined,
    },
    D_NUMBER: person(firstNumber('558985', 180), 'all of MAIN, with a D-number', all, {
      epostadresse: verified('d-number@example.com'),
      mobiltelefonnummer: mobile,
      digital_post: mailbox,
      ...norwegian,
    }),
  }
}

/** The first valid number from an individual number on; months + 80 mark it as synthetic. */
const firstNumber = (sixDigits: string, individual: number): string => {
  const pairs = Array.from({ length: 100 }, (_, pair) => String(pair).padStart(2, '0'))
  const nine = `${sixDigits}${individual}`
  const found = pairs.map((pair) => `${nine}${pair}`).find(hasControlDigits)
  return found ?? firstNumber(sixDigits, individual + 1)
}
