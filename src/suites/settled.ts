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
