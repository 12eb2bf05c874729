/** The person who logs in with `LOGIN=operator`, as far as the run can talk with them. */
export interface Operator {
  /** Tells something in whole lines, whatever progress is drawn. */
  readonly tell: (lines: readonly string[]) => void
  /**
   * The next line that is entered; it is not shown. Undefined where nothing can be entered.
   * @throws EvidenceUnavailableError where the input ends
   */
  readonly readLine?: ((signal: AbortSignal) => Promise<string>) | undefined
}

/** How long a run waits for the person each time; they hear of it. */
export const operatorWaitsMs = 10 * 60_000
