import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { TroubleKind } from '../evidence/obstacle.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { kindOfNetError, kindOfStatus } from '../evidence/trouble.ts'
import { ErrorPageError, readErrorPage } from './error-page.ts'
import { type LoginEnvironment, notAnswered } from './login-driver.ts'
import type { CallbackWatch } from './tabs.ts'

const backoffMs = [200, 800]
/** Statuses that say "not now". */
const passing = new Set([429, 502, 503, 504])

export interface OpenOptions {
  readonly page: Page
  readonly watch: CallbackWatch
  readonly url: string
  readonly environment: Pick<LoginEnvironment, 'stepSeconds' | 'keyName'>
}

/**
 * Opens the authorization URL, again after a moment where the environment is in passing trouble: nothing
 * has been entered yet.
 * @throws EvidenceUnavailableError where it does not open
 */
export const openAddress = async (options: OpenOptions): Promise<void> => {
  const { page, environment } = options
  for (let attempt = 0; ; attempt += 1) {
    const trouble = await opened(options)
    if (trouble === undefined) return
    const delayMs = backoffMs[attempt]
    if (delayMs !== undefined && trouble.mayPass) {
      await wait(delayMs)
      continue
    }
    if (trouble.what === undefined)
      throw notAnswered('the authorization endpoint', environment.stepSeconds, environment.keyName)
    if (trouble.status !== undefined && trouble.status < 500)
      throw new ErrorPageError(trouble.status, await readErrorPage(page), environment.keyName)
    // What Node was told by NODE_EXTRA_CA_CERTS heals its own requests, and no browser's.
    const root = /^ERR_CERT_/.test(trouble.what)
      ? ` (a browser reads no NODE_EXTRA_CA_CERTS: name the root in KRR_${environment.keyName}_CA)`
      : ''
    throw new EvidenceUnavailableError(`the authorization endpoint: ${trouble.what}${root}`, {
      obstacle: { kind: trouble.kind },
    })
  }
}

interface Trouble {
  /** Undefined where nothing came in time. */
  readonly what: string | undefined
  readonly kind: TroubleKind
  readonly status?: number
  readonly mayPass: boolean
}

const opened = async ({
  page,
  watch,
  url,
  environment,
}: OpenOptions): Promise<Trouble | undefined> => {
  const timeout = environment.stepSeconds * 1_000
  const visit = page.goto(url, { waitUntil: 'commit', timeout }).then(
    (response) => statusTrouble(response?.status() ?? 200),
    (error: unknown) => networkTrouble(error),
  )
  const outcome = await Promise.race([visit, watch.callback.then(() => undefined)])
  // The caught redirect ends the navigation, which is no trouble.
  return watch.isHere() ? undefined : outcome
}

const statusTrouble = (status: number): Trouble | undefined =>
  status < 400
    ? undefined
    : {
        what: `status ${status}`,
        kind: kindOfStatus(status),
        status,
        mayPass: passing.has(status),
      }

/** Of Playwright's message only Chromium's error name: the rest repeats the address with its query. */
const networkTrouble = (error: unknown): Trouble => {
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(error instanceof Error ? error.message : '')?.[1]
  const lasting = name?.startsWith('ERR_CERT_') ?? false
  const kind = name === undefined ? 'timeout' : kindOfNetError(name)
  return { what: name, kind, mayPass: name !== undefined && !lasting }
}
