import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { Flow } from './flow.ts'
import { isAnother, pidIn } from './refreshed-tokens.ts'

/** The one person whom everything of a run is about. */
export interface MainPerson {
  /** Undefined until an operator has logged in, and where their ID token names nobody. */
  readonly pid: string | undefined
  /**
   * Takes notice of who logged in.
   * @throws EvidenceUnavailableError where it is another person than before
   */
  meet(flow: Flow): Flow
}

/** A test user is known from the configuration; an operator is whom the first ID token names. */
export const mainPerson = (
  known: string | undefined,
  { isLearnt }: { readonly isLearnt: boolean },
): MainPerson => {
  let pid = known
  return {
    get pid() {
      return pid
    },
    meet(flow) {
      // The tokens of a test user are compared where they are taken, persona by persona.
      if (!isLearnt) return flow
      const own = pidIn(flow.outcome.granted?.idToken ?? '')
      if (isAnother(own, pid))
        throw new EvidenceUnavailableError(
          'login by the operator: another person logged in than before, and a run is about one person',
          { obstacle: { kind: 'operator', step: 'another person' } },
        )
      pid ??= own
      return flow
    },
  }
}
