import type { FieldRecord } from './facts.ts'

/** A question that no public source answers, and what a login showed of it. */
export interface Settled {
  readonly id: string
  readonly question: string
  /** Undefined where this login has not shown it. */
  readonly answer: string | undefined
}

type Answer = (record: Omit<FieldRecord, 'facts'>) => string | undefined

const unknowns: readonly (readonly [id: string, question: string, answer: Answer])[] = [
  [
    'U15',
    'Do krr:user scopes ask for consent, and are their tokens self-contained?',
    ({ pages, traits, stopped }) =>
      stopped === undefined
        ? `${pages.some(({ name }) => name === 'consent') ? 'a consent page came' : 'no consent page came'}; the access token is ${traits['access token type']}`
        : undefined,
  ],
  [
    'U20',
    'Does the login ask about contact information, and with which texts?',
    ({ pages, stopped }) => {
      const asked = pages.filter(({ name }) => name === 'contact information')
      if (asked.length === 0) return stopped === undefined ? 'this person was not asked' : undefined
      return asked.map(({ headings, buttons }) => [...headings, ...buttons].join(' | ')).join('; ')
    },
  ],
  ['field 5', 'What is in the JWK Set?', ({ jwks }) => jwks.join('; ')],
  ['6.3', 'Are refresh tokens rotated?', ({ traits }) => traits['refresh token']],
  [
    'field 5.8',
    'By what is MinID found on the selector?',
    ({ pages }) =>
      pages.some(({ name }) => name?.startsWith('minid'))
        ? pages.find(({ name }) => name === 'selector')?.matched
        : undefined,
  ],
  [
    'field 5.1',
    'Which hosts does a login lead through?',
    ({ hosts }) => (hosts.length === 0 ? undefined : hosts.join(', ')),
  ],
  [
    'U2 to U14, U16, U22',
    'What does the API itself answer? A run of npm test shows it.',
    () => undefined,
  ],
]

/** Each open question with what this record answers. */
export const settledBy = (record: Omit<FieldRecord, 'facts'>): readonly Settled[] =>
  unknowns.map(([id, question, answer]) => ({ id, question, answer: answer(record) }))
