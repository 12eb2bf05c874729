import { placesAbove } from './places-above.ts'
import type { Promised, Promises } from './promises.ts'

/** One difference between what two documents promise of the person resource. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed'
  /** `GET 200 application/json /spraak`. */
  readonly at: string
  /** What became of it, in words; empty where it was added or removed. */
  readonly how: string
  /** Whether somebody who relied on the earlier document may be let down. */
  readonly breaks: boolean
}

/**
 * What the later document adds, takes away and says otherwise, in the order of the documents. What comes or goes with
 * the place around it is not told apart from it.
 */
export const changesBetween = (before: Promises, after: Promises): readonly Change[] => {
  const removed = [...before.keys()].filter((at) => promisedAt(after, at) === undefined)
  const added = [...after].filter(([at]) => !wasThere(before, at))
  const whole = new Set([...removed, ...added.map(([at]) => at)])
  const isPart = (at: string): boolean => placesAbove(at).some((above) => whole.has(above))
  return [
    ...[...before].flatMap(([at, promised]): Change[] => {
      const now = promisedAt(after, at)
      if (now === undefined) {
        return isPart(at) ? [] : [{ kind: 'removed', at, how: '', breaks: true }]
      }
      return differences(promised, now, isRequest(at)).map((difference) => ({
        kind: 'changed',
        at,
        ...difference,
      }))
    }),
    ...added
      .filter(([at]) => !isPart(at))
      .map(([at, { required }]): Change => {
        const breaks = required && isRequest(at)
        return { kind: 'added', at, how: breaks ? 'and required' : '', breaks }
      }),
  ]
}

/** A range (`*\/*`) stands for the types in it, as springdoc writes it where no type was named. */
const promisedAt = (promises: Promises, at: string): Promised | undefined => {
  const [method, status, type, ...rest] = at.split(' ')
  const within = (range: string) => promises.get([method, status, range, ...rest].join(' '))
  return (
    promises.get(at) ??
    (type === undefined ? undefined : (within(type.replace(/\/.*/, '/*')) ?? within('*/*')))
  )
}

/** The types of a range were there before, each by its name. */
const wasThere = (promises: Promises, at: string): boolean =>
  promises.has(at) || [...promises.keys()].some((known) => isWithin(known, at))

const isWithin = (known: string, at: string): boolean => {
  const [method, status, range = '', ...rest] = at.split(' ')
  const [ownMethod, ownStatus, type = '', ...own] = known.split(' ')
  const isInRange = range === '*/*' ? type !== '' : type.replace(/\/.*/, '/*') === range
  return (
    isInRange &&
    range.endsWith('/*') &&
    method === ownMethod &&
    status === ownStatus &&
    own.join(' ') === rest.join(' ')
  )
}

/**
 * What a request must bring lets its sender down. Of what a response brings more never does, and what need not come any
 * more may.
 */
const isRequest = (at: string): boolean => at.split(' ')[1] === 'request'

type Difference = Pick<Change, 'how' | 'breaks'>

const differences = (
  before: Promised,
  after: Promised,
  inRequest: boolean,
): readonly Difference[] => [
  ...(before.kind === after.kind
    ? []
    : [{ how: `${before.kind} became ${after.kind}`, breaks: before.kind !== 'anything' }]),
  ...(before.required === after.required
    ? []
    : [
        after.required
          ? { how: 'newly required', breaks: inRequest }
          : { how: 'no longer required', breaks: !inRequest },
      ]),
  ...codeDifferences(before.codes, after.codes, inRequest),
]

const codeDifferences = (
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
  inRequest: boolean,
): readonly Difference[] => {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ how: `now one of ${after?.join(', ')}`, breaks: inRequest }]
  if (after === undefined) return [{ how: 'no longer a code list', breaks: !inRequest }]
  const gone = before.filter((code) => !after.includes(code))
  const come = after.filter((code) => !before.includes(code))
  return [
    ...(gone.length === 0 ? [] : [{ how: `no longer ${gone.join(', ')}`, breaks: true }]),
    ...(come.length === 0 ? [] : [{ how: `now also ${come.join(', ')}`, breaks: false }]),
  ]
}
