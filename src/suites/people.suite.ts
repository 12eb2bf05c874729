import {
  isPresent,
  mailboxMembers,
  type Persona,
  type PersonReading,
  personas,
  representations,
} from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bothRepresentationsCarryTheSamePerson } from '../rules/neg/003-both-representations-carry-the-same-person.ts'
import { personIsWhatTheDocumentSays } from '../rules/spec/005-person-is-what-the-document-says.ts'
import { allScopes, isDeclared } from './declared-scopes.ts'
import { judgeDelivery, judgeJws, judgePerson } from './jws-rules.ts'
import { once } from './once.ts'
import { publishedReadingOf } from './published-document.ts'
import { type Asking, contentOf, getPerson, readBoth, readingOf } from './readings.ts'
import { suite } from './suite.ts'
import { placeOf } from './world.ts'

const mailboxAlone = {
  scopes: ['krr:user/digitalpost.read'],
  representation: 'application/json',
} as const
const contactAlone = {
  scopes: ['krr:user/kontaktinformasjon.read'],
  representation: 'application/json',
} as const

/**
 * Whose state one scope alone may not know of: a mailbox is withheld of who is deleted, and nothing takes the place of
 * one that is not there; a reservation holds for who never sees the mailbox. Of who has expired the mailbox is seen
 * that way alone: that filter belongs to `varslingsstatus`.
 */
const askedWithOneScope = [
  { persona: 'DELETED', ...mailboxAlone },
  { persona: 'EXPIRED', ...mailboxAlone },
  { persona: 'NO_MAILBOX', ...mailboxAlone },
  { persona: 'RESERVED', ...contactAlone },
] as const

suite('people in special states', ({ world, at }) => {
  const { environment } = world.target
  for (const persona of personas.filter((name) => name !== 'MAIN')) {
    for (const representation of representations) {
      const asking = { scopes: allScopes(world), representation, persona }
      at(`${persona}, ${placeOf(asking)}`, (conforms) => {
        const content = once(async () => configured(persona) ?? contentOf(world, asking))
        const reading = once(async () => configured(persona) ?? knownReading(asking))

        judgePerson(conforms, content, reading)
        conforms(
          personIsWhatTheDocumentSays,
          once(async () => configured(persona) ?? publishedReadingOf(world, asking)),
        )
        judgeDelivery(
          conforms,
          once(async () => configured(persona) ?? getPerson(world, asking)),
        )
        if (representation === 'application/jose') judgeJws(conforms, world, asking)
      })
    }

    at(`${persona}, application/json and application/jose`, (conforms) => {
      const who = { scopes: allScopes(world), persona }
      const both = once(async () => configured(persona) ?? readBoth(world, who))
      const again = () => readBoth(world, who, ', once more')

      conforms(bothRepresentationsCarryTheSamePerson, both, { again })
    })
  }

  for (const asking of askedWithOneScope) {
    // Where the client has no other scope, the person is asked for with it above.
    if (allScopes(world).length === 1 && isDeclared(world, asking.scopes)) continue
    const { persona } = asking
    at(`${persona}, ${placeOf(asking)}`, (conforms) => {
      const content = once(async () => configured(persona) ?? contentOf(world, asking))
      const reading = once(async () => configured(persona) ?? readingOf(world, asking))

      judgePerson(conforms, content, reading)
      judgeDelivery(
        conforms,
        once(async () => configured(persona) ?? getPerson(world, asking)),
      )
    })
  }

  /** A reading that knows of a mailbox, where the person has expired and was seen to have one. */
  const knownReading = async (asking: Asking): Promise<PersonReading> => {
    const reading = await readingOf(world, asking)
    if (asking.persona !== 'EXPIRED' || !isDeclared(world, mailboxAlone.scopes)) return reading
    const { person } = await readingOf(world, { ...mailboxAlone, persona: asking.persona })
    const has = mailboxMembers.filter((member) => isPresent(person, member))
    return { ...reading, expected: { ...reading.expected, has } }
  }

  /** Throws where no such test user is configured, naming the key that would enable it. */
  const configured = (persona: Exclude<Persona, 'MAIN'>): undefined => {
    if (environment.personas[persona] !== undefined) return undefined
    throw new EvidenceUnavailableError(
      `no test user in this state: KRR_${environment.keyName}_PID_${persona} is not set`,
      { verdict: 'not-applicable' },
    )
  }
})
