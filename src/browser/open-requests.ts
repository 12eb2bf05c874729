import type { APIRequestContext } from 'playwright-core'
import type { RunSettings } from '../config/environment.ts'
import { loadPlaywright } from './playwright.ts'
import { browserProxy } from './proxy.ts'

/** Opens a user agent without pages: it keeps cookies in memory, and needs no browser. Its owner disposes of it. */
export const openRequests = (
  settings: Pick<RunSettings, 'httpsProxy' | 'noProxy'>,
  userAgent: string,
): Promise<APIRequestContext> => {
  const proxy = browserProxy(settings, [])
  return loadPlaywright().request.newContext({
    userAgent,
    ...(proxy === undefined ? {} : { proxy }),
  })
}
