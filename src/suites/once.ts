/** Evidence that is gathered when it is first asked for, and only once. */
export type Once<Subject> = () => Promise<Subject>

/** Memoises the gathering of evidence: one request serves many rules, and none that is filtered out. */
export const once = <Subject>(gather: () => Promise<Subject>): Once<Subject> => {
  let gathered: Promise<Subject> | undefined
  return () => {
    if (gathered === undefined) {
      gathered = gather()
      // Each rule that asks handles the rejection; without this one nobody may have asked yet.
      gathered.catch(() => {})
    }
    return gathered
  }
}

/** Does something with each item, at most so many at once, in their order. None that fails stops another. */
export const inTurn = async <Item, Result>(
  atOnce: number,
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly PromiseSettledResult<Result>[]> => {
  const results: PromiseSettledResult<Result>[] = []
  const waiting = items.entries()
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      const [result] = await Promise.allSettled([act(item)])
      results[index] = result
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
  return results
}

/**
 * Resolves when all that was begun is over, whatever became of it; what is begun while it waits counts as well.
 * @param begun all that was begun so far; it only grows
 */
export const settled = async (begun: () => readonly Promise<unknown>[]): Promise<void> => {
  for (let seen = -1; seen !== begun().length; ) {
    const all = begun()
    seen = all.length
    await Promise.allSettled(all)
  }
}

/** Waits for every member at once: all of them have begun before any is there. */
export const all = async <Values extends object>(
  begun: {
    readonly [Name in keyof Values]: Promise<Values[Name]>
  },
): Promise<Values> => {
  const names = Object.keys(begun) as (keyof Values)[]
  const values = await Promise.all(names.map((name) => begun[name]))
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Values
}
