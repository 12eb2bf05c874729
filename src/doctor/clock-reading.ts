import type { Exchange } from '../evidence/exchange.ts'
import { fieldValue } from '../evidence/message.ts'
import { clockAgrees } from './examinations/clock.ts'
import type { Line } from './line.ts'

/** The middle of the exchange is what the server's `Date`, cut to the second, is compared with. */
export const clockOf = ({
  request,
  response,
  startedAt,
  receivedAt,
}: Exchange): readonly Line[] => {
  const date = Date.parse(fieldValue(response, 'date') ?? '')
  if (Number.isNaN(date)) return []
  const { host } = new URL(request.url)
  return [clockAgrees({ host, theirs: date + 500, ours: (startedAt + receivedAt) / 2 })]
}
