/** `warning`: a run goes on, and may say less. `problem`: it cannot be begun, or would end inconclusive. */
export type LineState = 'ok' | 'warning' | 'problem'

/** What one examination found: a key, what is the matter with it, and what to do. */
export interface Line {
  readonly state: LineState
  /** A setting, or what has none: `node`, `.env`, `clock`. */
  readonly key: string
  readonly says: string
  /** What to do about it; of an `ok` nothing. */
  readonly todo?: string
}

/** Lines under one heading: this machine, or an environment. */
export interface Chapter {
  readonly title: string
  readonly lines: readonly Line[]
}

export const ok = (key: string, says: string): Line => ({ state: 'ok', key, says })

export const warning = (key: string, says: string, todo: string): Line => ({
  state: 'warning',
  key,
  says,
  todo,
})

export const problem = (key: string, says: string, todo: string): Line => ({
  state: 'problem',
  key,
  says,
  todo,
})

export const isProblem = ({ state }: Line): boolean => state === 'problem'
