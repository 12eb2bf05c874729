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
