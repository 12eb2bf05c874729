import type { HttpRequest } from '../evidence/exchange.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import type { Tokens } from '../login/session.ts'

/** Tokens in order that a run uses, and how each is had anew. */
export interface LivingTokens {
  /** Notes a token that must be good whenever it is sent. */
  note(tokens: Pick<Tokens, 'accessToken' | 'goodUntil'>, renew: () => Promise<Tokens>): void
  /** A sender that renews such a token where it has run out on the way, and sends the request again. */
  renewing(send: Send): Send
}

const timesAtMost = 3

/**
 * Between the moment at which a token is asked for and the one at which it arrives a slow machine, or a queue of
 * requests, may outlive it. A 401 says nothing of the environment then. Whatever else is refused stays as it is:
 * forged tokens, revoked ones and those that are left to expire are never noted.
 */
export const livingTokens = (): LivingTokens => {
  const noted = new Map<string, { goodUntil: number; renew: () => Promise<Tokens> }>()
  return {
    note({ accessToken, goodUntil }, renew) {
      noted.set(accessToken, { goodUntil, renew })
    },
    renewing: (send) => async (label, request) => {
      let sent = request
      for (let times = 1; ; times += 1) {
        const exchange = await send(label, sent)
        if (exchange.response.status !== 401) return exchange
        const token = tokenIn(sent)
        const own = noted.get(token)
        if (own === undefined || exchange.receivedAt < own.goodUntil) return exchange
        if (times === timesAtMost) throw outlived(label)
        sent = withToken(sent, token, (await own.renew()).accessToken)
      }
    },
  }
}

const outlived = (label: string): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    `${label}: the token ran out before it was used, ${timesAtMost} times: this machine or the way to the API is too slow for it`,
  )

const tokenIn = ({ fields }: HttpRequest): string =>
  fields.find(([name]) => name.toLowerCase() === 'authorization')?.[1].split(' ')[1] ?? ''

const withToken = (request: HttpRequest, old: string, token: string): HttpRequest => ({
  ...request,
  fields: request.fields.map(([name, value]) => [name, value.replace(old, token)] as const),
})
