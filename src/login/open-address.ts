import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import type { CallbackWatch } from './callback-watch.ts'

const opensWithinMs = 10_000
const backoffMs = [200, 800]
/** Statuses that say "not now". */
const passing = new Set([429, 502, 503, 504])

/**
 * Opens the authorization URL, again after a moment where the environment is in passing trouble: nothing
 * has been entered yet.
 * @throws EvidenceUnavailableError where it does not open
 */
export const openAddress = async (page: Page, watch: CallbackWatch, url: string): Promise<void> => {
  for (let attempt = 0; ; attempt += 1) {
    const trouble = await opened(page, watch, url)
    if (trouble === undefined) return
    const delayMs = backoffMs[attempt]
    if (delayMs === undefined || !trouble.mayPass)
      throw new EvidenceUnavailableError(`the authorization endpoint: ${trouble.what}`)
    await wait(delayMs)
  }
}

interface Trouble {
  readonly what: string
  readonly mayPass: boolean
}

const opened = async (
  page: Page,
  watch: CallbackWatch,
  url: string,
): Promise<Trouble | undefined> => {
  const visit = page.goto(url, { waitUntil: 'commit', timeout: opensWithinMs }).then(
    (response) => statusTrouble(response?.status() ?? 200),
    (error: unknown) => networkTrouble(error),
  )
  const outcome = await Promise.race([visit, watch.callback.then(() => undefined)])
  // The caught redirect ends the navigation, which is no trouble.
  return watch.isHere() ? undefined : outcome
}

const statusTrouble = (status: number): Trouble | undefined =>
  status < 400 ? undefined : { what: `status ${status}`, mayPass: passing.has(status) }

/** Of Playwright's message only Chromium's error name: the rest repeats the address with its query. */
const networkTrouble = (error: unknown): Trouble => {
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1]
  const lasting = name?.startsWith('ERR_CERT_') ?? false
  return { what: name ?? 'no answer in time', mayPass: name !== undefined && !lasting }
}
