import type { Exchange } from '../evidence/exchange.ts'
import type { Send } from '../evidence/transport.ts'

/** A sender that keeps every request to the person resource, answered or not yet. */
export const keepingPersonRequests =
  (send: Send, isPerson: (url: string) => boolean, asked: Promise<Exchange>[]): Send =>
  (label, request) => {
    const answer = send(label, request)
    if (isPerson(request.url)) asked.push(answer)
    return answer
  }
