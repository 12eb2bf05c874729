/**
 * Who may have the main thread, and when. The test runner's thread takes as long to load as the browser's driver, and
 * asks this thread for its first module: begun first, it loads while this one is busy.
 */
export interface StartOrder {
  /** The test runner has made its thread. */
  readonly runnerBegun: Promise<void>
  /** The thread has what it needs of this one until it judges. */
  readonly threadBegun: Promise<void>
}

/** A start order, with what moves it on; whatever happens, both must be called in the end. */
export interface StartOrderControl extends StartOrder {
  readonly beginRunner: () => void
  readonly beginThread: () => void
}

/** Makes a start order. */
export const createStartOrder = (): StartOrderControl => {
  const [runnerBegun, beginRunner] = turn()
  const [threadBegun, beginThread] = turn()
  return { runnerBegun, threadBegun, beginRunner, beginThread }
}

const turn = (): readonly [Promise<void>, () => void] => {
  let resolveTurn = (): void => {}
  const promise = new Promise<void>((resolve) => {
    resolveTurn = resolve
  })
  return [promise, resolveTurn]
}
