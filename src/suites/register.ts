import type { Exchange } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import type { KrrScope, PersonReading } from '../evidence/person-reading.ts'
import type { LanguageChange, PatchAttempt } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { bearer } from '../krr/person-api.ts'
import { allScopes } from '../krr/scope-combinations.ts'
import { differences } from '../rules/same-person.ts'
import { refuseIntrusion } from './intrusion.ts'
import { once } from './once.ts'
import { shortScopes } from './places.ts'
import { askAnew, readingOf, tokensFor } from './readings.ts'
import { noTwin, personalValues } from './refusals.ts'
import type { World } from './world.ts'

/** A PATCH that must not take effect as it is sent. */
export interface Attempt {
  /** What differs from a PATCH that succeeds, in words: `spraak "de"`. */
  readonly factor: string
  readonly document: string
  readonly contentType?: string
  /** The token's scopes; all three unless said otherwise. */
  readonly scopes?: readonly KrrScope[]
  /** The credentials in place of the token's; `null`: none at all. */
  readonly authorization?: string | null
}

/** The person's language as the writing suite handles it. Call it only from the chain: one write at a time. */
export interface Register {
  /** Writes a language with a token of these scopes and reads it back three ways. */
  change(language: string, scopes: readonly KrrScope[]): Promise<LanguageChange>
  /** Sends what must not take effect and reads what became of it; whatever did is put right at once. */
  attempt(attempt: Attempt): Promise<PatchAttempt>
  /** Puts the language back that was found, and reads it back. */
  restore(): Promise<{ readonly found: string; readonly left: PersonReading }>
}

const readable = { scopes: allScopes, representation: 'application/json' } as const
const signed = { scopes: allScopes, representation: 'application/jose' } as const
const otherToken = {
  scopes: ['krr:user/kontaktinformasjon.read'],
  representation: 'application/json',
} as const

/** The register of a world; nothing is read or written before something is asked of it. */
export const openRegister = (world: World): Register => {
  const { environment } = world.target
  let current: PersonReading | undefined
  let twin: Exchange | undefined

  const read = async (note: string): Promise<PersonReading> => {
    current = await readingOf(world, readable, askAnew(world, readable, note))
    return current
  }
  const latest = async () => current ?? read(', before the first write')

  /** The language found, in the journal before anything is written. */
  const found = once(async () => {
    if (!environment.allowWrite) {
      throw new EvidenceUnavailableError(`no write: ${environment.writeRefusal}`, {
        verdict: 'not-exercised',
      })
    }
    const language = stringAt((await latest()).person, 'spraak') ?? environment.spraak
    if (language === undefined) {
      throw new EvidenceUnavailableError(
        `no write: the person has no spraak, and absence cannot be put back; KRR_${environment.keyName}_SPRAAK declares a home value`,
        { verdict: 'not-exercised' },
      )
    }
    await world.main.journalBegin(language)
    return language
  })

  const patch = async (label: string, attempt: Omit<Attempt, 'factor'>, journalled?: string) => {
    const {
      document,
      contentType = 'application/json',
      scopes = allScopes,
      authorization,
    } = attempt
    const { accessToken } = await tokensFor(world, scopes)
    await world.main.journalWrite(journalled)
    current = undefined
    try {
      return await world.api.patchPerson({
        label: `PATCH person, ${label}`,
        authorization: authorization === null ? undefined : (authorization ?? bearer(accessToken)),
        content: new TextEncoder().encode(document),
        contentType,
      })
    } finally {
      await world.main.journalWritten()
    }
  }

  const write = (language: string, scopes: readonly KrrScope[] = allScopes) =>
    patch(
      `spraak "${language}", ${shortScopes(scopes)}`,
      { document: languageDocument(language), scopes },
      language,
    )

  /** What a PATCH changed beside the language, accepted or refused, no other PATCH puts back. */
  const tellLastingChange = async (before: PersonReading, after: PersonReading): Promise<void> => {
    const lasting = differences(before, after, { ignore: ['spraak', 'spraak_oppdatert'] })
    if (lasting.length > 0) await world.main.lastingChange(lasting.map(({ at }) => at))
  }

  return {
    async change(language, scopes) {
      await found()
      const before = await latest()
      const exchange = await write(language, scopes)
      if (exchange.response.status < 300) twin = exchange
      const note = `, after spraak "${language}"`
      const [json, jose, other] = await Promise.all([
        read(note),
        readingOf(world, signed, askAnew(world, signed, note)),
        readingOf(world, otherToken, askAnew(world, otherToken, note)),
      ])
      const seen = stringAt(json.person, 'spraak')
      if (seen === language) await world.main.journalSeen(language, true)
      await tellLastingChange(before, json)
      return { requested: language, exchange, before, after: [json, jose, other] }
    },

    async attempt({ factor, ...attempt }) {
      refuseIntrusion(world)
      await found()
      // Where no change was selected: the language that the last of them would have left.
      twin ??= await write('nb')
      if (twin.response.status >= 300) throw noTwin(twin)
      const before = await latest()
      const exchange = await patch(factor, attempt)
      const after = await read(`, after ${factor}`)
      const [was, is] = [before, after].map(({ person }) => stringAt(person, 'spraak'))
      await world.main.journalSeen(is ?? '', false)
      if (was !== undefined && is !== was) await write(was)
      await tellLastingChange(before, after)
      const personal = personalValues(before)
      return {
        factor,
        twin,
        exchange,
        before,
        after,
        personal,
        requested: factor,
        sent: attempt.document,
      }
    },

    async restore() {
      const language = await found()
      if (stringAt((await latest()).person, 'spraak') !== language) await write(language)
      const left = await read(', the language put back')
      if (stringAt(left.person, 'spraak') === language) await world.main.journalEnd(language)
      return { found: language, left }
    },
  }
}

/** The documented document: `{"spraak":"en"}`. */
export const languageDocument = (language: string): string => JSON.stringify({ spraak: language })
