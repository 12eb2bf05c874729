import type { Exchange } from '../evidence/exchange.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import type { CompetingChanges, LanguageChange, RepeatedChange } from '../evidence/refusal.ts'
import { allScopes } from './declared-scopes.ts'
import { askAnew, getPerson, readingOf } from './readings.ts'
import type { RegisterAccess } from './register-access.ts'
import type { World } from './world.ts'

/**
 * What the person is read with besides, after a change with these scopes: the token that wrote, where it has one scope
 * to read with; else one that never writes. Neither sees more after the change than before it.
 */
export const readBesides = (written: readonly KrrScope[]) => {
  const scopes: readonly KrrScope[] =
    written.length === 2 ? written : ['krr:user/kontaktinformasjon.read']
  return { scopes, representation: 'application/json' } as const
}

/** Writes a language and reads it back three ways, each of which has read the person before: one may be kept of that. */
export const changeLanguage = async (
  world: World,
  access: RegisterAccess,
  { language, scopes }: { readonly language: string; readonly scopes: readonly KrrScope[] },
): Promise<LanguageChange> => {
  const signed = { scopes: allScopes(world), representation: 'application/jose' } as const
  const before = await access.latest()
  const besides = readBesides(scopes)
  await Promise.allSettled([getPerson(world, signed), getPerson(world, besides)])
  const exchange = await access.write(language, scopes)
  const note = `, after spraak "${language}"`
  const [json, jose, otherScopes] = await Promise.all([
    access.read(note),
    readingOf(world, signed, askAnew(world, signed, note)),
    readingOf(world, besides, askAnew(world, besides, note)),
  ])
  await access.see(json, [language])
  return { requested: language, exchange, before, after: [json, jose, otherScopes] }
}

/** Writes the language that stands, once more, and reads it. */
export const repeatChange = async (
  access: RegisterAccess,
  language: string,
): Promise<Omit<RepeatedChange, 'first'>> => {
  const before = await access.latest()
  const exchange = await access.write(language)
  const after = await access.read(`, after spraak "${language}" again`)
  await access.see(after, [language])
  return { requested: language, exchange, before, after }
}

/** What two writes at once came to; an answer that did not come is for whoever judges it. */
export interface Competition extends Omit<CompetingChanges, 'exchanges'> {
  readonly answers: readonly PromiseSettledResult<Exchange>[]
}

/** Writes two languages at once, and reads which of them stands. */
export const competeForLanguage = async (
  access: RegisterAccess,
  requested: readonly [one: string, other: string],
): Promise<Competition> => {
  const before = await access.latest()
  const answers = await Promise.allSettled(requested.map((language) => access.write(language)))
  const after = await access.read(', after two changes at once')
  await access.see(after, requested)
  return { requested, answers, before, after }
}
