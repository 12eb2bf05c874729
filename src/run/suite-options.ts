/** How vitest runs the suites, for `npm test` and for plain `npx vitest run` alike. */
export const suiteOptions = {
  name: 'conformance',
  // One worker: the suites of a target share every exchange.
  pool: 'threads',
  isolate: false,
  maxWorkers: 1,
  fileParallelism: false,
  // Everything begins at once, and waits for what it needs.
  sequence: { concurrent: true },
  maxConcurrency: Number.MAX_SAFE_INTEGER,
  // Slow is not dead: each request, login and wait has a limit of its own, and the whole run KRR_RUN_SECONDS.
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  passWithNoTests: false,
  allowOnly: false,
} as const

/** Node's flags: packages are those that a link stands for, not those that it leads to. */
export const preserveSymlinks: readonly string[] = [
  '--preserve-symlinks',
  '--preserve-symlinks-main',
]
