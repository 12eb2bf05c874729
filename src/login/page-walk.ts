import type { Page } from 'playwright'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { elsewhere, elsewhereIs, isOwn } from '../oidc/own-hosts.ts'
import { ErrorPageError, readErrorPage } from './error-page.ts'
import { type LoginEnvironment, NotAnsweredError, notAnswered } from './login-driver.ts'
import { openAddress } from './open-address.ts'
import { isVisible, type LoginPage, type LoginSubject, visible } from './pages/login-page.ts'
import { type SeenPage, seenPage } from './pages/seen-page.ts'
import type { Requests } from './requests.ts'
import { limitSteps } from './step-limit.ts'
import { type CallbackWatch, postOnce, type Refused, refusedNavigation } from './tabs.ts'

export interface Walk {
  readonly environment: LoginEnvironment
  readonly page: Page
  readonly watch: CallbackWatch
  /** Sends what is entered, so that it is sent once. */
  readonly request: () => Promise<Requests>
  readonly pages: readonly LoginPage[]
  readonly login: LoginSubject
  /** Hears of each page before anything is done on it. */
  readonly onPage?: ((seen: SeenPage) => void) | undefined
  /** Hears of each step as it begins. */
  readonly onStep: (step: string) => void
  /** Hears, once, that credentials are about to be entered. */
  readonly onForm: () => void
}

/** The obstacle of what was entered and is not taken. */
export const notAccepted = { obstacle: { kind: 'credentials' } } as const

const stepsAtMost = 12
/** Optional pages may come in several parts. */
const repeatsAtMost = 4
const settlesWithinMs = 2_000

/**
 * Walks the login pages from the authorization URL to the redirect. Credentials are entered once: a page
 * that asks for them again has refused them.
 * @throws EvidenceUnavailableError where the walk stops, without the page's own words
 */
export const walkPages = async (walk: Walk, authorizationUrl: string): Promise<URL> => {
  const limit = limitSteps(walk.page, walk.environment)
  const onStep = (step: string): void => {
    limit.begin()
    walk.onStep(step)
  }
  const walked = throughSteps({ ...walk, onStep }, authorizationUrl)
  // What is still waited for in the page ends with it.
  walked.catch(() => {})
  return Promise.race([walked, limit.over]).finally(() => limit.end())
}

const throughSteps = async (walk: Walk, authorizationUrl: string): Promise<URL> => {
  const { watch, page } = walk
  walk.onStep('authorization request')
  await openAddress({ ...walk, url: authorizationUrl })
  const refused = refusedNavigation(page)
  const visits = new Map<string, number>()
  let formBegun = false
  for (let steps = 0; steps < stepsAtMost && !watch.isHere(); steps += 1) {
    const here = await nextPage(walk, refused)
    if (here === undefined) continue
    walk.onStep(here.name)
    requireOwnPage(walk)
    await show(walk, here.name)
    const visit = (visits.get(here.name) ?? 0) + 1
    visits.set(here.name, visit)
    if (visit > (here.takesCredentials ? 1 : repeatsAtMost))
      throw new EvidenceUnavailableError('the page asks again after it was answered', notAccepted)
    if (here.takesCredentials && !formBegun) walk.onForm()
    formBegun ||= here.takesCredentials
    await stepThrough(walk, here, refused)
  }
  if (watch.isHere()) return watch.callback
  throw new EvidenceUnavailableError(`no redirect came within ${stepsAtMost} pages`, {
    obstacle: { kind: 'login-redirects' },
  })
}

/** The page object whose landmark shows, or undefined where the redirect came, or another page already. */
const nextPage = async (walk: Walk, refused: Promise<Refused>): Promise<LoginPage | undefined> => {
  const { page, pages, watch, environment } = walk
  const timeout = environment.stepSeconds * 1_000
  const landmarks = pages
    .map(({ landmark }) => landmark(page))
    .reduce((either, landmark) => either.or(landmark))
  const outcome = await Promise.race([
    watch.callback.then(() => 'redirect' as const),
    refused,
    visible(landmarks)
      .waitFor({ state: 'visible', timeout })
      .then(
        () => 'page' as const,
        () => 'nothing' as const,
      ),
  ])
  await page.waitForLoadState('domcontentloaded', { timeout }).catch(() => {})
  if (watch.isHere()) return undefined
  for (const candidate of pages) if (await candidate.isHere(page)) return candidate
  if (typeof outcome === 'object') throw await refusal(walk, outcome)
  if (page.context().browser()?.isConnected() === false)
    throw new EvidenceUnavailableError('the browser ended while it was at it', {
      obstacle: { kind: 'browser-ended' },
    })
  if (outcome === 'nothing') {
    requireOwnPage(walk)
    await show(walk, undefined)
    // A page that is there, and is none of ours, is another thing than one that has not come.
    if (page.url().startsWith('http') && (await isThere(page)))
      throw new EvidenceUnavailableError(await unknownPage(page), {
        obstacle: { kind: 'login-page-unknown' },
      })
    throw notAnswered('the next page', environment.stepSeconds, environment.keyName)
  }
  return undefined
}

const show = async ({ page, onPage }: Walk, name: string | undefined): Promise<void> => {
  if (onPage === undefined) return
  const seen = await seenPage(page, name)
  if (seen !== undefined) onPage(seen)
}

/** On a page of another host nothing is entered or pressed. */
const requireOwnPage = ({ page, environment }: Walk): void => {
  const url = page.url()
  if (url.startsWith('http') && !isOwn(environment, url))
    throw new EvidenceUnavailableError(`the page ${elsewhere(environment, url)}`, elsewhereIs)
}

/** Whether a document is there, with something on it that can be read. */
const isThere = async (page: Page): Promise<boolean> => {
  const text = await page
    .locator('body')
    .innerText({ timeout: settlesWithinMs })
    .catch(() => '')
  return text.trim() !== ''
}

/** What an unknown page says, which tells more than that it is unknown. */
const unknownPage = async (page: Page): Promise<string> => {
  const { code, traceId } = await readErrorPage(page)
  const named = [code, traceId === undefined ? undefined : `traceId ${traceId}`]
  const said = named.filter((each) => each !== undefined).join(', ')
  return `the next page is not known${said === '' ? '' : ` (it says ${said})`}`
}

const refusal = async ({ page, environment }: Walk, refused: Refused): Promise<Error> => {
  if (refused.kind === 'error page') {
    const said = await readErrorPage(page)
    return new ErrorPageError(refused.status, said, environment.keyName, refused.method)
  }
  if (refused.kind === 'lost') return new NotAnsweredError(refused.what, refused.trouble)
  return new EvidenceUnavailableError(refused.what, { obstacle: { kind: 'login-page-unknown' } })
}

const stepThrough = async (
  walk: Walk,
  here: LoginPage,
  refused: Promise<Refused>,
): Promise<void> => {
  if (!here.takesCredentials) return actOn(walk, here)
  const { environment, page } = walk
  const posted = await postOnce({ page, environment, requests: await walk.request() })
  const acting = actOn(walk, here)
  // Where the form was stopped, that is what is told.
  acting.catch(() => {})
  try {
    const outcome = await Promise.race([acting, posted.stopped, refused])
    if (outcome === undefined) return
    throw await refusal(walk, outcome)
  } finally {
    await posted.end()
  }
}

const actOn = async (walk: Walk, here: LoginPage): Promise<void> => {
  const { page, watch, login, environment } = walk
  const left = leaving(walk, here)
  // The page may be closed while something else is waited for.
  left.catch(() => {})
  const acted = here.act(page, login)
  acted.catch(() => {})
  await Promise.race([acted, watch.callback])
  const outcome = await Promise.race([watch.callback, left])
  if (watch.isHere() || outcome === 'left') return
  if (outcome === 'complaint' && !(await isVisible(here.landmark(page)))) return
  if (outcome === 'stayed')
    throw notAnswered('what follows', environment.stepSeconds, environment.keyName)
  if (here.takesCredentials)
    throw new EvidenceUnavailableError('the page did not accept what was entered', notAccepted)
}

/** How a page is left: by the next document, by its landmark's going, or not: it complains or stays. */
const leaving = async (
  { page, environment }: Walk,
  here: LoginPage,
): Promise<'left' | 'complaint' | 'stayed'> => {
  const timeout = environment.stepSeconds * 1_000
  const complaints = page.locator('[role="alert"], [aria-invalid="true"]').filter({ visible: true })
  // Listened for before anything is pressed: the next page may be there at once.
  const loaded = page.waitForEvent('domcontentloaded', { timeout })
  loaded.catch(() => {})
  const before = await complaints.count()
  return Promise.race([
    loaded.then(() => 'left' as const),
    visible(here.landmark(page))
      .waitFor({ state: 'hidden', timeout })
      .then(() => 'left' as const),
    complaints
      .nth(before)
      .waitFor({ state: 'visible', timeout })
      .then(() => 'complaint' as const),
  ]).catch(() => 'stayed' as const)
}
