import type { Persona, PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bearer } from '../krr/person-api.ts'
import type { UninvolvedPerson } from '../rules/auth/017-a-change-is-nobody-elses.ts'
import { differences } from '../rules/same-person.ts'
import { allScopes } from './declared-scopes.ts'
import { askAnew, readingOf, tokensFor } from './readings.ts'
import { languageDocument, languageOf, refuseAnother } from './register-access.ts'
import { changedMeanwhile } from './steadiness.ts'
import type { World } from './world.ts'

/** Who has most to be mixed up comes first; of who is not there nothing can be. */
const preferred = [
  'NO_MAILBOX',
  'MAIL_ONLY',
  'MOBILE_ONLY',
  'RESERVED',
  'EXPIRED',
] as const satisfies readonly Persona[]

export type SecondPersona = (typeof preferred)[number]

/** The test user beside the main one by whom it is seen that people are kept apart; undefined where there is none. */
export const secondPersona = ({ target }: Pick<World, 'target'>): SecondPersona | undefined =>
  preferred.find((name) => target.environment.personas[name] !== undefined)

/**
 * The same, for what cannot be judged without them.
 * @throws EvidenceUnavailableError naming the key to set
 */
export const requireSecondPersona = (world: Pick<World, 'target'>): SecondPersona => {
  const persona = secondPersona(world)
  if (persona !== undefined) return persona
  const { keyName } = world.target.environment
  throw new EvidenceUnavailableError(
    `it takes a second test user: KRR_${keyName}_PID_${preferred[0]} is not set, nor another of them`,
    { verdict: 'not-applicable' },
  )
}

/**
 * The second test user as the suite on people reads them too: asked for once in a run. Their language is in the journal
 * from then on.
 */
export const readSecondPerson = async (world: World): Promise<PersonReading> => {
  const persona = requireSecondPersona(world)
  const reading = await readingOf(world, askingOf(world, persona))
  refuseAnother(reading)
  await world.main.journalBeside(persona, languageOf(reading) ?? '')
  return reading
}

const askingOf = (world: World, persona: SecondPersona) =>
  ({ scopes: allScopes(world), representation: 'application/json', persona }) as const

/**
 * Reads the second test user after the main one was written to. Where they differ, each kind of write is sent again, until
 * they differ again: then it is the server's doing, and their language is put back.
 * @param writes each kind of write, as it was sent before; what becomes of it is no matter
 * @throws EvidenceUnavailableError where none changes them again: somebody else did
 */
export const readUninvolved = async (
  world: World,
  before: PersonReading,
  writes: readonly (() => Promise<unknown>)[],
): Promise<UninvolvedPerson> => {
  const persona = requireSecondPersona(world)
  const asking = askingOf(world, persona)
  const read = (note: string) => readingOf(world, asking, askAnew(world, asking, note))
  const after = await read(', after what was written to MAIN')
  refuseAnother(after)
  if (differences(before, after).length === 0) {
    await world.main.journalBesideIsOver(persona)
    return { before, after }
  }
  await putBack(world, persona, languageOf(before))
  const back = await read(', their language put back')
  let again = back
  for (const write of writes) {
    await write().catch(() => {})
    again = await read(', after one more write to MAIN')
    if (differences(back, again).length > 0) break
  }
  const isRepeated = differences(back, again).length > 0
  if (isRepeated) await putBack(world, persona, languageOf(before))
  const left = isRepeated ? await read(', their language put back again') : again
  refuseAnother(left)
  const lasting = differences(before, left, { ignore: ['spraak_oppdatert'] })
  if (lasting.length > 0)
    await world.main.lastingChange(lasting.map(({ at }) => `${at} of ${persona}`))
  await world.main.journalBesideIsOver(persona)
  if (isRepeated || lasting.length > 0) return { before, after }
  throw changedMeanwhile()
}

/** With a token of their own; whether it came to anything is read afterwards. */
const putBack = async (
  world: World,
  persona: SecondPersona,
  language: string | undefined,
): Promise<void> => {
  if (language === undefined) return
  const { accessToken } = await tokensFor(world, allScopes(world), persona)
  await world.api.patchPerson({
    label: `PATCH person, ${persona}, the language put back`,
    authorization: bearer(accessToken),
    content: new TextEncoder().encode(languageDocument(language)),
    contentType: 'application/json',
  })
}
