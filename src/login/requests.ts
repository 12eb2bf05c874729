import type { APIRequestContext } from 'playwright-core'
import type { Pace } from '../evidence/pace.ts'

/** Whose turn it is to send. */
export type Turns = Pick<Pace, 'turn'>

/** What asks in a user agent's name without a page. */
export type Requests = Pick<APIRequestContext, 'get' | 'post'>

export interface RequestsOptions {
  /** When each may be sent: it is sent by us, and counts as all others of the run do. */
  readonly pace?: Turns | undefined
  /** Whether they go through the checking proxy: then it has checked the server, and shows a key of its own. */
  readonly isChecked?: boolean | undefined
}

/** The same requests, in their turn and over TLS that is checked. */
export const inOrder = (requests: Requests, { pace, isChecked }: RequestsOptions): Requests => {
  const inTurn = async <Answer>(url: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const release = await pace?.turn(new URL(url).origin)
    return ask().finally(release)
  }
  const tls = isChecked === true ? { ignoreHTTPSErrors: true } : {}
  return {
    get: (url, options) => inTurn(url, () => requests.get(url, { ...options, ...tls })),
    post: (url, options) => inTurn(url, () => requests.post(url, { ...options, ...tls })),
  }
}
