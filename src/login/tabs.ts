import type { Browser, BrowserContext, Page } from 'playwright'
import type { OpenedRequests } from '../browser/open-requests.ts'
import type { TroubleKind } from '../evidence/obstacle.ts'
import { kindOfNetError } from '../evidence/trouble.ts'
import { elsewhere, isOwn } from '../oidc/own-hosts.ts'
import type { LoginEnvironment } from './login-driver.ts'
import { inOrder, isRedirectTo, type Requests, type RequestsOptions } from './requests.ts'

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

/** A tab on which one login is walked through. */
export interface Tab {
  readonly page: Page
  readonly watch: CallbackWatch
}

/** One person's user agent. Its cookies live in memory and are never written. */
export interface Tabs {
  /** Sends the person's cookies without a page: the browser context's own, where there is one. */
  request(): Promise<Requests>
  /** Runs one login on a tab of its own. */
  use<Result>(login: (tab: Tab) => Promise<Result>): Promise<Result>
  /** Ends what asks without a page; the rest ends with the browser. */
  close(): Promise<void>
}

interface TabsOptions extends RequestsOptions {
  readonly browser: Promise<Browser>
  readonly redirectUri: string
  /** Whether a first tab is made ready at once, so that the login need not wait for it. */
  readonly isPrepared: boolean
  /** Opens what asks without a page, until one is needed; without it the browser context asks from the start. */
  readonly openRequests?: (() => Promise<OpenedRequests>) | undefined
  /** Whether a person looks at it: then pages are as large as its window. */
  readonly isWindow?: boolean
}

/** A person's own context in the browser, made when it is needed, and tabs in it. */
export const openTabs = (options: TabsOptions): Tabs => {
  const { browser, redirectUri, isPrepared, isWindow = false, openRequests } = options
  let context: Promise<BrowserContext> | undefined
  let pageless: Promise<OpenedRequests> | undefined

  const makeContext = async (): Promise<BrowserContext> => {
    const storageState = await (await pageless)?.storageState()
    return (await browser).newContext({
      locale: 'nb-NO',
      serviceWorkers: 'block',
      acceptDownloads: false,
      ...(isWindow ? { viewport: null } : {}),
      ...(storageState === undefined ? {} : { storageState }),
    })
  }
  const contextOf = (): Promise<BrowserContext> => {
    context ??= makeContext()
    context.catch(() => {})
    return context
  }
  const open = async (): Promise<Tab> => {
    const page = await (await contextOf()).newPage()
    return { page, watch: await watchForCallback(page, redirectUri) }
  }
  let prepared = isPrepared ? open() : undefined
  prepared?.catch(() => {})
  return {
    async request() {
      if (context !== undefined || openRequests === undefined)
        return inOrder((await contextOf()).request, options)
      pageless ??= openRequests()
      return inOrder(await pageless, options)
    },
    async use(login) {
      const tab = await (prepared ?? open())
      prepared = undefined
      try {
        return await login(tab)
      } finally {
        // Closing it also ends whatever is still being waited for in it.
        tab.page.close().catch(() => {})
      }
    },
    async close() {
      await pageless?.then((requests) => requests.dispose()).catch(() => {})
    },
  }
}

/** What became of a page that did not come as it should. */
export type Refused =
  | { readonly kind: 'error page'; readonly status: number; readonly method: string }
  | { readonly kind: 'lost'; readonly what: string; readonly trouble: TroubleKind }
  | { readonly kind: 'forbidden'; readonly what: string }

/** Resolves with what became of the first page that is answered with an error status, or with nothing. */
export const refusedNavigation = (page: Page): Promise<Refused> =>
  new Promise((resolve) => {
    page.on('response', (response) => {
      const request = response.request()
      const isNavigation = request.isNavigationRequest() && response.frame() === page.mainFrame()
      if (isNavigation && response.status() >= 400)
        resolve({ kind: 'error page', status: response.status(), method: request.method() })
    })
    page.on('requestfailed', (request) => {
      const name = /^net::(ERR_[A-Z0-9_]+)$/.exec(request.failure()?.errorText ?? '')?.[1]
      // The caught redirect ends a navigation too, and so does a page that has gone on.
      if (name === undefined || name === 'ERR_ABORTED') return
      if (request.isNavigationRequest() && request.frame() === page.mainFrame())
        resolve({
          kind: 'lost',
          what: `the next page did not come (${name})`,
          trouble: kindOfNetError(name),
        })
    })
    page.on('console', (message) => {
      // The form may be sent, and what answers it may not be followed: any browser stops there.
      if (message.type() === 'error' && /form-action/.test(message.text()))
        resolve({
          kind: 'forbidden',
          what: 'the login page forbids the browser to go on from its form, by form-action of its Content-Security-Policy',
        })
    })
  })

/** What a page posts is sent once, whatever becomes of its answer. */
interface PostedOnce {
  /** Resolves where something was sent and no answer came, or where it was meant for another host: with what to say. */
  readonly stopped: Promise<Refused>
  end(): Promise<void>
}

interface PostOptions {
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
    onStopped({
      kind: 'lost',
      what: 'no answer to the form came',
      trouble: 'connection-lost',
    })
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
