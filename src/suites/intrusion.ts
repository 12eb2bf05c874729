import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { RuleHeader } from '../rules/rule.ts'
import type { World } from './world.ts'

/** Stops what must never be sent to production: forged tokens, documents that must not take effect. */
export const refuseIntrusion = (world: World): void => {
  if (world.target.environment.production) throw neverSent()
}

/** Stops the judgement of a rule in production that is judged by such requests, before any of them is made. */
export const refuseIntrusive = ({ intrusive }: Pick<RuleHeader, 'intrusive'>): void => {
  if (intrusive === true) throw neverSent()
}

const neverSent = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError('intrusive: never sent to production', { verdict: 'not-exercised' })
