import type { RunSettings } from '../config/environment.ts'
import type { CheckingProxy } from './checking-proxy.ts'

/** A proxy as Playwright takes it. */
export interface BrowserProxy {
  readonly server: string
  readonly bypass: string
  readonly username?: string
  readonly password?: string
}

/**
 * The proxy that the browser uses (`HTTPS_PROXY`, `NO_PROXY`), or undefined. Unresolvable hosts go past
 * it: a proxy would look them up itself, whatever the browser's resolver rules say.
 */
export const browserProxy = (
  settings: Pick<RunSettings, 'httpsProxy' | 'noProxy'>,
  unresolvable: readonly string[],
): BrowserProxy | undefined => {
  if (settings.httpsProxy === undefined) return undefined
  const url = new URL(settings.httpsProxy)
  const excepted = (settings.noProxy ?? '').split(/[\s,]+/).filter((host) => host !== '')
  const bypass = [...excepted, 'localhost', '127.0.0.1', '[::1]', ...unresolvable].join(',')
  return {
    server: `${url.protocol}//${url.host}`,
    bypass,
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  }
}

/** Everything goes through the checking proxy, this machine's servers too, but for what must not be reached at all. */
export const throughChecking = (
  { server, username, password }: CheckingProxy,
  unresolvable: readonly string[],
): BrowserProxy => ({ server, username, password, bypass: unresolvable.join(',') })
