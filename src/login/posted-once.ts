import type { Page } from 'playwright-core'
import { elsewhere, isOwn } from '../oidc/own-hosts.ts'
import type { LoginEnvironment } from './login-driver.ts'
import { isRedirectTo } from './redirects.ts'
import type { Refused } from './refused-navigation.ts'
import type { Requests } from './requests.ts'

/** What a page posts is sent once, whatever becomes of its answer. */
export interface PostedOnce {
  /** Resolves where something was sent and no answer came, or where it was meant for another host: with what to say. */
  readonly stopped: Promise<Refused>
  end(): Promise<void>
}

export interface PostOptions {
  readonly page: Page
  /** Sends what is posted. */
  readonly requests: Requests
  readonly environment: Pick<
    LoginEnvironment,
    'loginHosts' | 'keyName' | 'redirectUri' | 'stepSeconds'
  >
}

/** A request as the browser was about to send it. */
interface AboutToBeSent {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly postDataEntries?: readonly { readonly bytes?: string }[]
}

/** What says how the content was sent, which is at hand as it was meant. */
const ofTransfer = new Set(['content-encoding', 'content-length', 'transfer-encoding'])

/**
 * Sends what the page posts in its stead, with the cookies of its context. Chromium sends a POST again by itself where
 * a connection that has served before is reset: a number or a password would be tried twice. To other hosts than the
 * environment's nothing is sent, whatever was entered.
 */
export const postOnce = async ({
  page,
  requests,
  environment,
}: PostOptions): Promise<PostedOnce> => {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  let onStopped: (refused: Refused) => void = () => {}
  const stopped = new Promise<Refused>((resolve) => {
    onStopped = resolve
  })
  const pass = async (
    requestId: string,
    request: AboutToBeSent,
    isPage: boolean,
  ): Promise<void> => {
    const { url } = request
    if (!isOwn(environment, url) && !isRedirectTo(environment.redirectUri, new URL(url))) {
      if (isPage)
        onStopped({ kind: 'forbidden', what: `the next page ${elsewhere(environment, url)}` })
      return void (await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }))
    }
    if (request.method !== 'POST')
      return void (await session.send('Fetch.continueRequest', { requestId }))
    const answer = await post(requests, request, environment.stepSeconds * 1_000).catch(
      () => undefined,
    )
    if (answer !== undefined)
      return void (await session.send('Fetch.fulfillRequest', { requestId, ...answer }))
    onStopped({ kind: 'lost', what: 'no answer to the form came' })
    // So the page stays where it is.
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  }
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
    const isPage = resourceType === 'Document' && frameId === frameTree.frame.id
    // The page may have been closed meanwhile.
    pass(requestId, request, isPage).catch(() => {})
  })
  await session.send('Fetch.enable', {
    patterns: [{ resourceType: 'Document' }, { resourceType: 'XHR' }, { resourceType: 'Fetch' }],
  })
  return { stopped, end: () => session.detach().catch(() => {}) }
}

/** Redirects are the browser's to follow. */
const post = async (requests: Requests, request: AboutToBeSent, timeout: number) => {
  const { url, headers, postDataEntries = [] } = request
  const content = postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))
  const answer = await requests.post(url, {
    headers,
    data: Buffer.concat(content),
    maxRedirects: 0,
    timeout,
  })
  return {
    responseCode: answer.status(),
    responseHeaders: answer
      .headersArray()
      .filter(({ name }) => !ofTransfer.has(name.toLowerCase())),
    body: (await answer.body()).toString('base64'),
  }
}
