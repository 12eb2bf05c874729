import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { World } from './world.ts'

/** Stops what must never be sent to production: forged tokens, documents that must not take effect. */
export const refuseIntrusion = (world: World): void => {
  if (!world.target.environment.production) return
  throw new EvidenceUnavailableError('intrusive: never sent to production', {
    verdict: 'not-exercised',
  })
}
