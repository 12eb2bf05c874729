import type { Page } from 'playwright-core'
import type { Requests } from './requests.ts'

/** What a page posts is sent once, whatever becomes of its answer. */
export interface PostedOnce {
  /** Resolves where something was sent and no answer came. */
  readonly lost: Promise<'lost'>
  end(): Promise<void>
}

/** A request as the browser was about to send it. */
interface AboutToBeSent {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly postDataEntries?: readonly { readonly bytes?: string }[]
}

const answersWithinMs = 10_000
/** What says how the content was sent, which is at hand as it was meant. */
const ofTransfer = new Set(['content-encoding', 'content-length', 'transfer-encoding'])

/**
 * Sends what the page posts in its stead, with the cookies of its context. Chromium sends a POST again by itself where
 * a connection that has served before is reset: a number or a password would be tried twice.
 */
export const postOnce = async (page: Page, requests: Requests): Promise<PostedOnce> => {
  const session = await page.context().newCDPSession(page)
  let onLost: () => void = () => {}
  const lost = new Promise<'lost'>((resolve) => {
    onLost = () => resolve('lost')
  })
  const pass = async (requestId: string, request: AboutToBeSent): Promise<void> => {
    if (request.method !== 'POST')
      return void (await session.send('Fetch.continueRequest', { requestId }))
    const answer = await post(requests, request).catch(() => undefined)
    if (answer !== undefined)
      return void (await session.send('Fetch.fulfillRequest', { requestId, ...answer }))
    onLost()
    // So the page stays where it is.
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  }
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    // The page may have been closed meanwhile.
    pass(requestId, request).catch(() => {})
  })
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document' }, { resourceType: 'XHR' }, { resourceType: 'Fetch' }],
  })
  return { lost, end: () => session.detach().catch(() => {}) }
}

/** Redirects are the browser's to follow. */
const post = async (requests: Requests, request: AboutToBeSent) => {
  const { url, headers, postDataEntries = [] } = request
  const content = postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))
  const answer = await requests.post(url, {
    headers,
    data: Buffer.concat(content),
    maxRedirects: 0,
    timeout: answersWithinMs,
  })
  return {
    responseCode: answer.status(),
    responseHeaders: answer
      .headersArray()
      .filter(({ name }) => !ofTransfer.has(name.toLowerCase())),
    body: (await answer.body()).toString('base64'),
  }
}
