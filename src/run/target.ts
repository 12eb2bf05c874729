import type { Environment } from '../config/environment.ts'
import type { SharedPace } from '../evidence/pace.ts'

/** One environment as the worker needs it: plain data. Secrets are in it; it stays within this process. */
export interface Target {
  readonly environment: Environment
  /** The key of this run's pseudonyms. */
  readonly pseudonymKey: Uint8Array
  readonly userAgent: string
  /** How often the environment may be asked, and how often it was: shared with the main process. */
  readonly pace: SharedPace
  readonly httpsProxy: string | undefined
  readonly noProxy: string | undefined
  /** The one finding that is judged anew, and nothing else (src/rules/finding-name.ts). */
  readonly only?: string | undefined
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The channel of the run, over which the worker asks for its targets. */
    readonly channel: string
  }
}
