import type { Promised, Promises } from './promises.ts'

/** One difference between what two documents promise of the person resource. */
export interface Change {
  /** Whether somebody who relied on the earlier document may be let down. */
  readonly kind: 'added' | 'removed' | 'changed'
  /** `GET 200 application/json /spraak`. */
  readonly at: string
  /** What became of it, in words; empty where it was added or removed. */
  readonly how: string
}

/** What the later document adds, takes away and says otherwise, in the order of the documents. */
export const changesBetween = (before: Promises, after: Promises): readonly Change[] => [
  ...[...before].flatMap(([at, promised]): Change[] => {
    const now = after.get(at)
    if (now === undefined) return [{ kind: 'removed', at, how: '' }]
    return differences(promised, now).map((how): Change => ({ kind: 'changed', at, how }))
  }),
  ...[...after.keys()]
    .filter((at) => !before.has(at))
    .map((at): Change => ({ kind: 'added', at, how: '' })),
]

const differences = (before: Promised, after: Promised): readonly string[] => [
  ...(before.kind === after.kind ? [] : [`${before.kind} became ${after.kind}`]),
  ...(before.required === after.required
    ? []
    : [after.required ? 'newly required' : 'no longer required']),
  ...codeDifferences(before.codes, after.codes),
]

const codeDifferences = (
  before: readonly unknown[] | undefined,
  after: readonly unknown[] | undefined,
): readonly string[] => {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [`now one of ${after?.join(', ')}`]
  if (after === undefined) return ['no longer a code list']
  const gone = before.filter((code) => !after.includes(code))
  const come = after.filter((code) => !before.includes(code))
  return [
    ...(gone.length === 0 ? [] : [`no longer ${gone.join(', ')}`]),
    ...(come.length === 0 ? [] : [`now also ${come.join(', ')}`]),
  ]
}
