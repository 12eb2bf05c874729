/**
 * Who may have the main thread, and when. The test runner's thread asks this one for its first module, and takes as
 * long to load as the servers take to start: begun first, it loads beside them.
 */
export interface StartOrder {
  /** The test runner has made its thread. */
  readonly runnerBegun: Promise<void>
}

/** A start order, with what moves it on; whatever happens, it must be called in the end. */
export interface StartOrderControl extends StartOrder {
  readonly beginRunner: () => void
}

/** Makes a start order. */
export const createStartOrder = (): StartOrderControl => {
  let beginRunner = (): void => {}
  const runnerBegun = new Promise<void>((resolve) => {
    beginRunner = resolve
  })
  return { runnerBegun, beginRunner }
}
