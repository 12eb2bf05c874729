import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type CallbackWatch, watchForCallback } from './callback-watch.ts'

/** A tab on which one login is walked through. */
export interface Tab {
  readonly page: Page
  readonly watch: CallbackWatch
}

/** One person's browser context. Its cookies live in memory and are never written. */
export interface Tabs {
  readonly context: Promise<BrowserContext>
  /** Runs one login on a tab of its own. */
  use<Result>(login: (tab: Tab) => Promise<Result>): Promise<Result>
}

export interface TabsOptions {
  readonly browser: Promise<Browser>
  readonly redirectUri: string
  /** Whether a first tab is made ready at once, so that the login need not wait for it. */
  readonly isPrepared: boolean
}

/** A person's own context in the browser, and tabs in it. */
export const openTabs = ({ browser, redirectUri, isPrepared }: TabsOptions): Tabs => {
  const context = browser.then((opened) =>
    opened.newContext({ locale: 'nb-NO', serviceWorkers: 'block', acceptDownloads: false }),
  )
  const open = async (): Promise<Tab> => {
    const page = await (await context).newPage()
    return { page, watch: await watchForCallback(page, redirectUri) }
  }
  let prepared = isPrepared ? open() : undefined
  prepared?.catch(() => {})
  context.catch(() => {})
  return {
    context,
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
  }
}
