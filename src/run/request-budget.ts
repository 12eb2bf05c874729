import type { Environment } from '../config/environment.ts'
import { type SharedPace, sharePace } from '../evidence/pace.ts'

/**
 * The most requests that a run sends to one environment, each attempt counted. A whole run takes some 165; thrice as
 * many are enough for renewed tokens, further readings and every retry that the trouble of a bad night brings.
 */
export const requestBudget = 500

/** The pace of an environment's run: what its settings say, and the budget. */
export const paceOf = ({ maxRequestsPerSecond }: Environment): SharedPace =>
  sharePace({ perSecond: maxRequestsPerSecond, requests: requestBudget })
