import type { APIRequestContext } from 'playwright'
import type { RunSettings } from '../config/environment.ts'
import { browserProxy, openCheckingProxy, throughChecking } from './checking-proxy.ts'
import { loadPlaywright } from './open-browser.ts'

/** A user agent without pages. */
export type OpenedRequests = Pick<APIRequestContext, 'get' | 'post' | 'storageState' | 'dispose'>

export interface OpenRequestsOptions {
  readonly settings: Pick<RunSettings, 'httpsProxy' | 'noProxy'>
  readonly userAgent: string
  /** PEM of further roots that servers are checked by. */
  readonly ca?: string | undefined
}

/** Opens a user agent without pages: it keeps cookies in memory, and needs no browser. Its owner disposes of it. */
export const openRequests = async ({
  settings,
  userAgent,
  ca,
}: OpenRequestsOptions): Promise<OpenedRequests> => {
  const checking = ca === undefined ? undefined : await openCheckingProxy(ca, settings)
  const proxy = checking === undefined ? browserProxy(settings, []) : throughChecking(checking, [])
  const context = await loadPlaywright().request.newContext({
    userAgent,
    ...(proxy === undefined ? {} : { proxy }),
  })
  return {
    get: (url, options) => context.get(url, options),
    post: (url, options) => context.post(url, options),
    storageState: (options) => context.storageState(options),
    async dispose() {
      await context.dispose()
      checking?.close()
    },
  }
}
