import type { Page } from 'playwright-core'
import { isRedirectTo } from './redirects.ts'

/** Waits for a page to be redirected to the redirect URI, and keeps the browser from going there. */
export interface CallbackWatch {
  /** Resolves with the redirect URI and its parameters, once. */
  readonly callback: Promise<URL>
  /** Whether it has come. */
  readonly isHere: () => boolean
}

/**
 * Intercepts the redirect URI in the browser's network layer, by CDP: a route handler sees no redirects,
 * and a listener at the port would get the code, were it ours or not. The page stays where it is. The page itself
 * must be sent there: what a frame, an image or a script asks for is no authorization response.
 */
export const watchForCallback = async (page: Page, redirectUri: string): Promise<CallbackWatch> => {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  let isHere = false
  const callback = new Promise<URL>((resolve) => {
    session.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
      const url = new URL(request.url)
      const isPage = resourceType === 'Document' && frameId === frameTree.frame.id
      if (isPage && isRedirectTo(redirectUri, url)) {
        isHere = true
        resolve(url)
        session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }).catch(() => {})
        return
      }
      // From elsewhere in the page, or below the redirect URI's path: nothing of a login belongs there.
      session
        .send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
        .catch(() => {})
    })
  })
  const { origin, pathname } = new URL(redirectUri)
  const urlPattern = `${origin}${pathname}`.replace(/[*?\\]/g, '\\$&')
  await session.send('Fetch.enable', {
    patterns: [{ urlPattern: `${urlPattern}*`, requestStage: 'Request' }],
  })
  return { callback, isHere: () => isHere }
}
