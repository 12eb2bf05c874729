import { wordsOf } from '../evidence/json.ts'
import { type Place, placeKey, placesAbove } from './place.ts'
import type { Promised, Promises } from './promises.ts'

/** One difference between what two documents promise of the person resource. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly place: Place
  /** Where the earlier document has the place, or the nearest one around it: a JSON Pointer. */
  readonly earlier: string | undefined
  /** What became of it, in words; empty where it was added or removed. */
  readonly how: string
  /** Whether `how` repeats text of a document: a code list. */
  readonly quotes: boolean
  /** Whether somebody who relied on the earlier document may be let down. */
  readonly breaks: boolean
}

/**
 * What the later document adds, takes away and says otherwise, in the order of the documents. What comes or goes with
 * the place around it is not told apart from it.
 */
export const changesBetween = (before: Promises, after: Promises): readonly Change[] => {
  const later = counterparts(before, after)
  const earlier = counterparts(after, before)
  const removed = [...before.values()].filter(({ place }) => later(place) === undefined)
  const added = [...after.values()].filter(({ place }) => earlier(place) === undefined)
  const whole = new Set([...removed, ...added].map(({ place }) => placeKey(place)))
  const isPart = (place: Place): boolean =>
    placesAbove(place).some((above) => whole.has(placeKey(above)))
  return [
    ...[...before.values()].flatMap((promised): Change[] => {
      const { place, pointer } = promised
      const now = later(place)
      if (now === undefined) {
        return isPart(place) ? [] : [{ ...told('removed', place, pointer), breaks: true }]
      }
      return differences(promised, now).map((difference) => ({
        ...told('changed', place, pointer),
        ...difference,
      }))
    }),
    ...added
      .filter(({ place }) => !isPart(place))
      .map(({ place, required }): Change => {
        const breaks = required && place.message === 'request'
        const around = placesAbove(place).map(earlier)
        const pointer = around.find((found) => found !== undefined)?.pointer
        return { ...told('added', place, pointer), how: breaks ? 'and required' : '', breaks }
      }),
  ]
}

const told = (kind: Change['kind'], place: Place, earlier: string | undefined) =>
  ({ kind, place, earlier, how: '', quotes: false }) as const

type Find = (place: Place) => Promised | undefined

/**
 * Finds in the other document what holds where one's own says something: a status or a media type by its own name, by
 * its range's (`2XX`, `default`, `*\/*`), or, of a range, by what the other one names of it.
 */
const counterparts = (own: Promises, other: Promises): Find => {
  const named = { own: namesIn(own), other: namesIn(other) }
  return (place) => {
    const { method, message, status, mediaType } = place
    if (message === undefined) return other.get(placeKey(place))
    const ownStatuses = named.own.statuses(method)
    const otherStatus =
      status && counterpart(status, ownStatuses, named.other.statuses(method), statusCovers)
    if (status !== undefined && otherStatus === undefined) return undefined
    const within = { method, message, ...(otherStatus ? { status: otherStatus } : {}) }
    const otherType =
      mediaType &&
      counterpart(
        mediaType,
        named.own.mediaTypes({ method, message, ...(status ? { status } : {}) }),
        named.other.mediaTypes(within),
        typeCovers,
      )
    if (mediaType !== undefined && otherType === undefined) return undefined
    return other.get(
      placeKey({ ...place, ...within, ...(otherType ? { mediaType: otherType } : {}) }),
    )
  }
}

type Covers = (range: string, name: string) => boolean

/** Its own name, else the narrowest range around it, else what is within it and within nothing narrower on this side. */
const counterpart = (
  name: string,
  own: readonly string[],
  other: readonly string[],
  covers: Covers,
): string | undefined =>
  nearest(name, other, covers) ??
  other.find((each) => covers(name, each) && nearest(each, own, covers) === name)

const nearest = (name: string, names: readonly string[], covers: Covers): string | undefined =>
  names.find((each) => each === name) ??
  names
    .filter((each) => covers(each, name))
    .sort((one, two) => Number(covers(one, two)) - Number(covers(two, one)))[0]

const statusCovers = (range: string, status: string): boolean =>
  range !== status &&
  (range === 'default' || (range.endsWith('XX') && range.charAt(0) === status.charAt(0)))

const typeCovers = (range: string, type: string): boolean =>
  range !== type &&
  (range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1))))

/** The statuses of an operation and the media types of a message, as a document names them. */
const namesIn = (promises: Promises) => {
  const statuses = new Map<string, string[]>()
  const mediaTypes = new Map<string, string[]>()
  for (const { kind, place } of promises.values()) {
    const { method, status, mediaType } = place
    if (kind === 'response' && status !== undefined) add(statuses, method, status)
    if (kind === 'media type' && mediaType !== undefined) {
      add(mediaTypes, messageKey(place), mediaType)
    }
  }
  return {
    statuses: (method: string) => statuses.get(method) ?? [],
    mediaTypes: (message: Place) => mediaTypes.get(messageKey(message)) ?? [],
  }
}

const messageKey = ({ method, status = 'request' }: Place): string => `${method} ${status}`

const add = (lists: Map<string, string[]>, key: string, item: string): void => {
  lists.set(key, [...(lists.get(key) ?? []), item])
}

type Difference = Pick<Change, 'how' | 'breaks' | 'quotes'>

/**
 * What a request must bring lets its sender down. Of what a response brings more never does, and what need not come any
 * more may. A member that may be left out may as well be null: whoever reads it expects that there is no value.
 */
const differences = (before: Promised, after: Promised): readonly Difference[] => {
  const inRequest = before.place.message === 'request'
  return [
    ...valueDifferences(before, after, inRequest),
    ...(before.required === after.required
      ? []
      : [
          after.required
            ? { how: 'newly required', breaks: inRequest, quotes: false }
            : { how: 'no longer required', breaks: !inRequest, quotes: false },
        ]),
    ...codeDifferences(before.value.codes, after.value.codes, inRequest),
  ]
}

const valueDifferences = (
  before: Promised,
  after: Promised,
  inRequest: boolean,
): readonly Difference[] => {
  const [one, other] = [before, after].map(({ value }) => typeWords(value))
  if (one === other) return []
  // A sender is let down by what is not taken any more, a reader by what comes beside what came before.
  const [known, met] = inRequest ? [after, before] : [before, after]
  const isNewType = !takesTypes(known.value.types, met.value.types)
  const isNewNull = met.value.nullable && !known.value.nullable
  const breaks = isNewType || (isNewNull && (inRequest || before.required))
  return [{ how: `${one} became ${other}`, breaks, quotes: false }]
}

/** Whether who knows these types knows what to do with each of those; an integer is a number. */
const takesTypes = (
  known: readonly string[] | undefined,
  met: readonly string[] | undefined,
): boolean =>
  known === undefined ||
  (met?.every((type) => known.includes(type) || (type === 'integer' && known.includes('number'))) ??
    false)

const typeNames = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'])

const typeWords = ({ types, nullable }: Promised['value']): string => {
  if (types === undefined) return 'anything'
  const known = types.map((type) => (typeNames.has(type) ? type : 'no type of OpenAPI'))
  return [...known, ...(nullable ? ['null'] : [])].join(' or ')
}

const codeDifferences = (
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  inRequest: boolean,
): readonly Difference[] => {
  if (before === undefined && after === undefined) return []
  if (before === undefined) {
    return [{ how: `now one of ${inWords(after ?? [])}`, breaks: inRequest, quotes: true }]
  }
  if (after === undefined) {
    return [{ how: 'no longer a code list', breaks: !inRequest, quotes: false }]
  }
  const gone = before.filter((code) => !after.includes(code))
  const come = after.filter((code) => !before.includes(code))
  return [
    ...(gone.length === 0
      ? []
      : [{ how: `no longer ${inWords(gone)}`, breaks: true, quotes: true }]),
    ...(come.length === 0
      ? []
      : [{ how: `now also ${inWords(come)}`, breaks: false, quotes: true }]),
  ]
}

const inWords = (codes: readonly unknown[]): string =>
  codes.map((code) => (code === '' ? '""' : wordsOf(code))).join(', ')
