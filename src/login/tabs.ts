import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { OpenedRequests } from '../browser/open-requests.ts'
import { type CallbackWatch, watchForCallback } from './callback-watch.ts'
import { inOrder, type Requests, type RequestsOptions } from './requests.ts'

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

export interface TabsOptions extends RequestsOptions {
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
