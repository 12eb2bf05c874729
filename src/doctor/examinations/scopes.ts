import type { KrrScope } from '../../evidence/person-reading.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** What a login by `login_hint` granted. */
export interface ScopeReading {
  readonly idKey: string
  readonly scopesKey: string
  /** `KRR_<NAME>_SCOPES`: what is asked for. */
  readonly declared: readonly KrrScope[]
  readonly pidKey: string
  readonly loginKey: string
  /** Whether a run would log in this way; else it is only a way to see what is granted. */
  readonly isOwnWay: boolean
  /** `undefined`: it cannot be tried, for only a person can log in. */
  readonly outcome: { readonly granted: readonly KrrScope[] } | string | undefined
}

/** Whether the client is granted what it asks for, and the test user can log in. */
export const scopesAreGranted = (reading: ScopeReading): readonly Line[] => {
  const { idKey, scopesKey, declared, pidKey, loginKey, isOwnWay, outcome } = reading
  if (outcome === undefined)
    return [ok(idKey, 'scopes: asked for and not refused; granted or not at the login')]
  if (typeof outcome === 'string') {
    return isOwnWay
      ? [problem(pidKey, outcome, `compare ${pidKey} and ${loginKey}; this number logs in nowhere`)]
      : [
          warning(
            idKey,
            `scopes: not told before a login (${outcome})`,
            'krr token logs the test user in and shows it',
          ),
        ]
  }
  const missing = declared.filter((scope) => !outcome.granted.includes(scope))
  const further = outcome.granted.filter((scope) => !declared.includes(scope))
  return [
    ...(missing.length === 0
      ? [ok(idKey, `scopes: all ${declared.length} that ${scopesKey} names are granted`)]
      : [
          problem(
            idKey,
            `scopes: not granted: ${missing.join(', ')}`,
            `add them to the client's registration, or leave them out of ${scopesKey}; what needs them would be inconclusive`,
          ),
        ]),
    ...(further.length === 0
      ? []
      : [
          warning(
            scopesKey,
            `scopes: granted though it does not name them: ${further.join(', ')}`,
            'name them too, so that they are judged',
          ),
        ]),
  ]
}
