import type { Persona } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import type { OnSecret } from '../../oidc/secrets.ts'
import type { LoginEnvironment } from '../login-driver.ts'
import type { Operator } from './operator.ts'

/** What both ways of an operator's login are told. */
export interface OperatorOptions {
  readonly environment: LoginEnvironment & { readonly name: string }
  readonly operator: Operator
  readonly onSecret: OnSecret
  /** Aborted when the run ends before its time: then nobody is waited for. */
  readonly interrupted: AbortSignal
  /** How long the person is waited for, each time. */
  readonly waitsMs: number
}

/**
 * One person logs in, and that is all there is.
 * @throws EvidenceUnavailableError for anybody else
 */
export const refuseOthers = (
  persona: Persona,
  { keyName }: Pick<LoginEnvironment, 'keyName'>,
): void => {
  if (persona === 'MAIN') return
  throw new EvidenceUnavailableError(
    `with KRR_${keyName}_LOGIN=operator one person logs in, and no test user beside them`,
    { verdict: 'not-applicable' },
  )
}

/** What the person must know of the run before they log in. */
export const whatTheRunDoes = ({ environment }: OperatorOptions): string => {
  const { allowWrite, production } = environment
  if (!allowWrite) return 'The run reads your entry in the register and changes nothing.'
  return production
    ? 'The run changes your language and puts it back: that change is made in a national register.'
    : 'The run changes your language in the register and puts it back.'
}
