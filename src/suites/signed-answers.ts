import { contentText } from '../evidence/exchange.ts'
import { parseJws, type SignedAnswer } from '../evidence/jws.ts'
import type { Send } from '../evidence/transport.ts'

/** A sender that keeps every signed answer that comes, whoever asked for it and why. */
export const keepingSignedAnswers =
  (send: Send, signed: SignedAnswer[]): Send =>
  async (label, request) => {
    const exchange = await send(label, request)
    const jws = parseJws(contentText(exchange.response))
    if (jws !== undefined) signed.push({ exchange, jws })
    return exchange
  }
