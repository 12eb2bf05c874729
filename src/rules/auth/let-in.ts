import type { Refusal } from '../../evidence/refusal.ts'
import { isRefusal } from '../statuses.ts'

type Answered = Pick<Refusal, 'exchange'>

/** Whether the credentials were accepted: the request was answered as if they were in order. */
export const isLetIn = ({ exchange: { response } }: Answered): boolean => response.status < 300

/** What became of credentials that may be accepted or not: `refused with 401`. */
export const outcomeOf = (answered: Answered): string => {
  const { status } = answered.exchange.response
  if (isLetIn(answered)) return 'accepted'
  return isRefusal(status) ? `refused with ${status}` : `answered with ${status}`
}
