import { personidentifikator } from './forms/person.ts'
import { oneOf, someOfOrNone } from './forms/text.ts'
import type { Setting } from './setting.ts'

const expectations = ['epostadresse', 'mobiltelefonnummer', 'digital_post', 'sertifikat'] as const
const languages = ['nb', 'nn', 'en', 'se'] as const

// A synthetic number that Digdir's pages give as their example.
const example = '20914695016'

const further = (state: string) =>
  ({
    meaning: `a further test user: ${state}`,
    form: personidentifikator,
    sensitivity: 'personal',
    remark: 'none; built in for reference and sandbox',
    example,
  }) as const satisfies Setting<string>

/** The keys of one environment that are about its test users. */
export const personSettings = {
  PID: {
    meaning: "the main test user's personidentifikator; with LOGIN=operator it is the ID token's",
    form: personidentifikator,
    sensitivity: 'personal',
    remark: 'none; built in for reference and sandbox',
    example,
  },
  EXPECT: {
    meaning:
      'what the main test user has; none: nothing of the four. A run in which the test user comes back without it, or as SLETTET or IKKE_REGISTRERT, fails',
    form: someOfOrNone(expectations, { name: 'commas', pattern: /\s*,\s*/ }),
    sensitivity: 'public',
    default: expectations.join(','),
    example: 'epostadresse,mobiltelefonnummer',
  },
  SPRAAK: {
    meaning: "the test user's home language: restored to when no journal says otherwise",
    form: oneOf(languages),
    sensitivity: 'personal',
    remark: 'none',
    example: 'nb',
  },
  PID_RESERVED: further('reserved against digital communication'),
  PID_DELETED: further('deleted from the register'),
  PID_EXPIRED: further('with contact information older than 18 months'),
  PID_UNREGISTERED: further('not in the register'),
  PID_MAIL_ONLY: further('with an e-mail address only'),
  PID_MOBILE_ONLY: further('with a mobile number only'),
  PID_NO_MAILBOX: further('without a digital mailbox'),
} as const satisfies Readonly<Record<string, Setting<unknown>>>
