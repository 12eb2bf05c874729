import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type CallbackWatch, watchForCallback } from './callback-watch.ts'

/** A tab on which one login is walked through. */
export interface Tab {
  readonly page: Page
  readonly watch: CallbackWatch
}

/** Where a person's login takes place. Cookies live in memory and are never written. */
export interface Tabs {
  readonly context: Promise<BrowserContext>
  /** Whether the single sign-on session stays there for later authorization requests. */
  readonly keepsSession: boolean
  /** Runs one login on a tab of its own, when it is its turn. */
  use<Result>(login: (tab: Tab) => Promise<Result>): Promise<Result>
}

/** A browser context of one person's own. It and its first tab are prepared at once. */
export const ownTabs = (browser: Promise<Browser>, redirectUri: string): Tabs => {
  const context = browser.then(openContext)
  const open = async (): Promise<Tab> => {
    const page = await (await context).newPage()
    return { page, watch: await watchForCallback(page, redirectUri) }
  }
  let prepared: Promise<Tab> | undefined = open()
  prepared.catch(() => {})
  return {
    context,
    keepsSession: true,
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

/**
 * One tab for people who log in once each, one after another: a context and a tab of their own would cost
 * 0.2 s a person. Nobody's session outlives the turn: cookies are cleared before each.
 */
export const sharedTab = (browser: Promise<Browser>, redirectUri: string): Tabs => {
  let opened: Promise<{ context: BrowserContext; page: Page }> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const open = async () => {
    const context = await openContext(await browser)
    return { context, page: await context.newPage() }
  }
  const ready = () => {
    opened ??= open()
    return opened
  }
  return {
    get context() {
      return ready().then(({ context }) => context)
    },
    keepsSession: false,
    use(login) {
      const turn = queue.then(async () => {
        const { context, page } = await ready()
        await context.clearCookies()
        const watch = await watchForCallback(page, redirectUri)
        try {
          return await login({ page, watch })
        } finally {
          await watch.end()
        }
      })
      queue = turn.catch(() => {})
      return turn
    },
  }
}

const openContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'nb-NO', serviceWorkers: 'block', acceptDownloads: false })
