import type { APIRequestContext } from 'playwright-core'
import type { Pace } from '../evidence/pace.ts'

/** Whose turn it is to send. */
export type Turns = Pick<Pace, 'turn'>

/** What asks in a user agent's name without a page. */
export type Requests = Pick<APIRequestContext, 'get' | 'post'>

/** The same, each request in its turn: it is sent by us, and counts as all others of the run do. */
export const paced = (requests: Requests, pace: Turns | undefined): Requests => {
  if (pace === undefined) return requests
  const inTurn = async <Answer>(url: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const release = await pace.turn(new URL(url).origin)
    return ask().finally(release)
  }
  return {
    get: (url, options) => inTurn(url, () => requests.get(url, options)),
    post: (url, options) => inTurn(url, () => requests.post(url, options)),
  }
}
