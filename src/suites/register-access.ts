import type { Exchange } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import type { KrrScope, PersonReading } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bearer, type WritingMethod } from '../krr/person-api.ts'
import { isSomebodyElse } from '../rules/body/personidentifikator.ts'
import type { Difference } from '../rules/same-person.ts'
import { allScopes, requireDeclaredLanguage } from './declared-scopes.ts'
import { once } from './once.ts'
import { askAnew, readingOf, tokensFor } from './readings.ts'
import { changedMeanwhile, contradictionIn, differencesAside } from './steadiness.ts'
import { shortScopes, type World } from './world.ts'

/** A write to be sent. */
export interface PatchRequest {
  /** What it asks for, in words. */
  readonly label: string
  readonly document: string
  /** PATCH unless said otherwise; DELETE goes as the GET does: without the document, and with `Accept`. */
  readonly method?: WritingMethod | undefined
  readonly contentType?: string | undefined
  /** The token's scopes; all three unless said otherwise. */
  readonly scopes?: readonly KrrScope[] | undefined
  /** The credentials in place of the token's; `null`: none at all. */
  readonly authorization?: string | null | undefined
  /** The language that it leaves where it takes effect; undefined: whatever may come of it. */
  readonly language?: string
}

/** The person as who writes reads and writes it: each write is in the journal before it is sent. */
export interface RegisterAccess {
  /**
   * The language found before the first write, which is in the journal from then on; or one that somebody else wrote
   * meanwhile.
   * @throws EvidenceUnavailableError where nothing may be written
   */
  found(): Promise<string>
  /** The last reading, where nothing was written since; else a new one. */
  latest(): Promise<PersonReading>
  read(note: string): Promise<PersonReading>
  send(request: PatchRequest): Promise<Exchange>
  /** A documented change of the language. */
  write(language: string, scopes?: readonly KrrScope[]): Promise<Exchange>
  /** The same with a language that is not this run's own choice: the label does not say which. */
  putBack(language: string): Promise<Exchange>
  /** Notes what was read after writes that have all been answered; `written`: what they may have left. */
  see(after: PersonReading, written?: readonly string[]): Promise<void>
  /** The languages that may stand there by this run's own doing at this moment; undefined: any may. */
  own(): readonly string[] | undefined
  /** A language that somebody else wrote stands: it is left there, or put back there, in the place of the one found. */
  giveWay(language: string): Promise<void>
  /**
   * Reads the person again where a write seems to have changed something beside the language.
   * @returns whether the person stays as read when nothing is written; not where a value comes and goes by itself
   * @throws EvidenceUnavailableError where the person is changed meanwhile, by whoever it is
   */
  isSteady(before: PersonReading, after: PersonReading): Promise<boolean>
  /** Resolves when what is written next carries a later time: timestamps show whole seconds. */
  nextSecond(): Promise<void>
  /** What a write of ours changed beside the language no other one puts back. */
  tellLastingChange(before: PersonReading, after: PersonReading): Promise<void>
  /** What changed beside the language, and not by a write of ours. */
  tellOthersChange(before: PersonReading, after: PersonReading): Promise<void>
}

/** So often is the person read again to see whether they stay as they are: a replica that lags is one of three, say. */
const controlReadings = 3
/** So often is the person read where somebody else came. */
const readingsAtMost = 3

/** The documented document: `{"spraak":"en"}`. */
export const languageDocument = (language: string): string => JSON.stringify({ spraak: language })

/** The language that a reading shows. */
export const languageOf = ({ person }: PersonReading): string | undefined =>
  stringAt(person, 'spraak')

/**
 * What stands at another person says nothing of what is to be written or was put back.
 * @throws EvidenceUnavailableError where the reading is of somebody else
 */
export const refuseAnother = (reading: PersonReading): void => {
  if (isSomebodyElse(reading)) {
    throw new EvidenceUnavailableError(
      'another person came than the one who is logged in (KRR-BODY-002): what stands in the register is not known',
    )
  }
}

/** Access to the register of a world; nothing is read or written before something is asked of it. */
export const openAccess = (
  world: World,
  beforeWriting: () => Promise<unknown> = async () => {},
): RegisterAccess => {
  const { environment } = world.target
  const every = allScopes(world)
  const readable = { scopes: every, representation: 'application/json' } as const
  let current: PersonReading | undefined
  let toPutBack: string | undefined
  /** The person before the first write. */
  let original: PersonReading | undefined
  /** Readings that the first write waited for: none of them shows anything of a write. */
  let asFound: readonly PersonReading[] = []
  /** As the journal has it (src/run/journal.ts). */
  let [own, isUnsettled]: [readonly string[], boolean] = [[], false]

  const read = async (note: string): Promise<PersonReading> => {
    for (let times = 1; ; times += 1) {
      const reading = await readingOf(world, readable, askAnew(world, readable, note))
      if (times === readingsAtMost) refuseAnother(reading)
      if (isSomebodyElse(reading)) continue
      current = reading
      return reading
    }
  }
  const latest = async () => current ?? read(', before the first write')

  const send = async (request: PatchRequest): Promise<Exchange> => {
    const { label, document, method = 'PATCH', scopes = every } = request
    const { contentType = 'application/json' } = request
    const { accessToken } = await tokensFor(world, scopes)
    const authorization =
      request.authorization === undefined ? bearer(accessToken) : request.authorization
    await world.main.journalWrite(request.language, document.slice(0, 2_000))
    if (request.language === undefined) isUnsettled = true
    else own = [...own, request.language]
    current = undefined
    try {
      return await world.api.patchPerson({
        label: `${method} person, ${label}`,
        method,
        authorization: authorization ?? undefined,
        accept: method === 'DELETE' ? readable.representation : undefined,
        content: method === 'DELETE' ? undefined : new TextEncoder().encode(document),
        contentType,
      })
    } finally {
      await world.main.journalWritten()
    }
  }

  const write = (language: string, scopes: readonly KrrScope[] = every): Promise<Exchange> =>
    send({
      label: `spraak "${language}", ${shortScopes(scopes)}`,
      document: languageDocument(language),
      scopes,
      language,
    })

  const putBack = (language: string): Promise<Exchange> =>
    send({
      label: 'the language put back',
      document: languageDocument(language),
      language,
    })

  const begin = once(async (): Promise<void> => {
    requireDeclaredLanguage(world)
    if (!environment.allowWrite) {
      throw new EvidenceUnavailableError(`no write: ${environment.writeRefusal}`, {
        verdict: 'not-exercised',
      })
    }
    original = await latest()
    asFound = [...world.readings.values()]
    const shown = languageOf(original)
    const declared = shown === '' ? environment.spraak : (shown ?? environment.spraak)
    const language = declared ?? ((await world.main.removalWorks()) ? '' : undefined)
    if (language === undefined) {
      throw new EvidenceUnavailableError(
        `no write: the person has no spraak, and absence cannot be put back: no run has seen an empty spraak remove it; KRR_${environment.keyName}_SPRAAK declares a home value`,
        { verdict: 'not-exercised' },
      )
    }
    await beforeWriting()
    await world.main.journalBegin(language)
    toPutBack = language
  })

  /** The places of the person that were seen to come and go while nothing was written. */
  const unsteadyPlaces = (): ReadonlySet<string> => {
    const early = contradictionIn(asFound, [])
    const known = early === undefined ? world.contradictions : [early, ...world.contradictions]
    return new Set(
      known.flatMap(({ first, second }) => differencesAside(first, second).map(({ at }) => at)),
    )
  }

  /** Reads the person some more times, to see whether what moved stays as it is. */
  const readUnwritten = async (): Promise<readonly PersonReading[]> => {
    const series: PersonReading[] = []
    for (let times = 0; times < controlReadings; times += 1)
      series.push(await read(', nothing written since'))
    return series
  }

  return {
    async found() {
      await begin()
      return toPutBack ?? ''
    },
    latest,
    read,
    send,
    write,
    putBack,
    own: () => (isUnsettled ? undefined : own),
    async giveWay(language) {
      if (languageOf(await latest()) !== language) {
        await putBack(language)
        if (languageOf(await read(', the language of somebody else put back')) !== language) return
      }
      toPutBack = language
      await world.main.journalGiveWay(language)
    },
    async see(after, written) {
      const language = languageOf(after) ?? ''
      const isOwn = written?.includes(language) ?? false
      // A change that is not seen may still come: then the journal keeps what was there before as well.
      if (!isOwn && written !== undefined) return
      ;[own, isUnsettled] = [isOwn ? [language] : [...own, language], false]
      await world.main.journalSeen(language, isOwn)
    },
    async isSteady(before, after) {
      const moved = differencesAside(before, after)
      if (moved.length === 0) return true
      const unsteady = unsteadyPlaces()
      if (moved.every(({ at }) => unsteady.has(at))) return false
      const controls = await readUnwritten()
      const contradiction = contradictionIn([before, after, ...controls], [])
      if (contradiction !== undefined) {
        world.contradictions.push(contradiction)
        return false
      }
      const isMoving = controls.some((own) => differencesAside(after, own).length > 0)
      if (isMoving) throw changedMeanwhile()
      return true
    },
    async nextSecond() {
      const now = await world.main.waitUntil(0)
      await world.main.waitUntil(now + secondAndMoreMs)
    },
    async tellLastingChange(before, after) {
      const at = new Set(differencesAside(before, after).map((own) => own.at))
      // What several writes changed one after the other is put back as it was before all of them.
      const movedIn = (reading: PersonReading) =>
        differencesAside(original ?? before, reading).filter((own) => at.has(own.at))
      let left = after
      for (const document of formerDocuments(movedIn(after), languageOf(after))) {
        await send({ label: 'what was changed is put back', document }).catch(() => {})
        left = await read(', what was changed put back')
        await this.see(left)
        if (movedIn(left).every(isTimeOnly)) return
      }
      if (movedIn(left).length === 0) return
      // What comes back by itself does not last.
      const readings = [left, ...(await readUnwritten())].map(movedIn)
      const lasting = movedIn(left).filter(({ at: place }) =>
        readings.every((moved) => moved.some((own) => own.at === place)),
      )
      if (lasting.length > 0) await world.main.lastingChange(lasting.map((own) => own.at))
    },
    async tellOthersChange(before, after) {
      const others = differencesAside(before, after)
      if (others.length > 0) await world.main.othersChange(others.map(({ at }) => at))
    },
  }
}

/** The times of values move when these are put back, as that of the language does. */
const isTimeOnly = ({ at }: Pick<Difference, 'at'>): boolean =>
  /_(oppdatert|sist_verifisert|sist_validert)$/.test(at)

/**
 * Documents that ask for the values that were there: nested as the person has them, and flat, each alone and beside the
 * language that stands. A server that took another value takes the former one too, in the same form.
 */
const formerDocuments = (
  moved: readonly Difference[],
  spraak: string | undefined,
): readonly string[] => {
  const values = moved.flatMap(({ at, first }) =>
    first === undefined || isTimeOnly({ at }) ? [] : [{ path: at.split('/').slice(1), first }],
  )
  if (values.length === 0) return []
  const flat = Object.fromEntries(values.map(({ path, first }) => [path.at(-1) ?? '', first]))
  const nested: Record<string, unknown> = {}
  for (const { path, first } of values) {
    const [member = '', inner] = path
    nested[member] =
      inner === undefined ? first : { ...(nested[member] as object | undefined), [inner]: first }
  }
  const beside = spraak === undefined ? [] : [flat, nested].map((own) => ({ spraak, ...own }))
  return [flat, nested, ...beside].map((document) => JSON.stringify(document))
}

const secondAndMoreMs = 1_100
