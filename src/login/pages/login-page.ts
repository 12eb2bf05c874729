import type { Locator, Page } from 'playwright'
import type { Persona } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { elsewhere, elsewhereIs, isOwn, type OwnHosts } from '../../oidc/own-hosts.ts'
import { inTime } from '../step-limit.ts'

/** What the page objects are told of the login that they bring on its way. */
export interface LoginSubject {
  readonly persona: Persona
  readonly pid: string
  /** The level asked for: `idporten-loa-high`. */
  readonly level: string
  readonly method: 'testid' | 'minid'
  readonly minid: { readonly password: string; readonly oneTimeCode: string } | undefined
  /** Why contact information must not be confirmed, or undefined where it may. */
  readonly confirmationRefusal: string | undefined
  /** Its hosts: nothing is entered that would be sent to another. */
  readonly environment: OwnHosts
  /** Hears by which of its ways a choice was found. */
  readonly onMatched?: (way: string) => void
  readonly onProgress: (line: string) => void
}

/** A page of the login, ours or ID-porten's: how it is known, and what is done on it. */
export interface LoginPage {
  readonly name: string
  /** Whether credentials are entered here: done once, never again. */
  readonly takesCredentials: boolean
  /** What only this page shows. */
  readonly landmark: (page: Page) => Locator
  readonly isHere: (page: Page) => Promise<boolean>
  /** @throws EvidenceUnavailableError where it must not be passed */
  readonly act: (page: Page, login: LoginSubject) => Promise<void>
}

const actsWithinMs = 5_000

/** Whether any of what the locator means can be seen. */
export const isVisible = (locator: Locator): Promise<boolean> =>
  inTime(visible(locator).isVisible(), actsWithinMs, false).catch(() => false)

/** The first of what the locator means that can be seen. */
export const visible = (locator: Locator): Locator => locator.filter({ visible: true }).first()

/**
 * Fills a field in, by its label, or by its documented id where no such label is.
 * @throws EvidenceUnavailableError where its page or its form leads to another host than the environment's
 */
export const fill = async (
  byLabel: Locator,
  byId: Locator,
  { value, environment }: { readonly value: string; readonly environment: OwnHosts },
): Promise<void> => {
  const field = await (await preferred(byLabel, byId)).elementHandle({ timeout: actsWithinMs })
  // This very element: another document that came meanwhile has another.
  if (field === null)
    throw new EvidenceUnavailableError('the page has gone', {
      obstacle: { kind: 'login-page-unknown' },
    })
  const action = await field.evaluate(
    (element) => (element as HTMLInputElement).form?.getAttribute('action') ?? '',
  )
  const page = (await field.ownerFrame())?.url() ?? ''
  const target = URL.canParse(action, page) ? new URL(action, page).href : page
  for (const url of [page, target])
    if (!url.startsWith('about:') && !isOwn(environment, url))
      throw new EvidenceUnavailableError(`the form ${elsewhere(environment, url)}`, elsewhereIs)
  await field.fill(value, { timeout: actsWithinMs })
}

/** Presses something, by role and name, or by its documented id where there is no such thing. */
export const press = async (byName: Locator, byId: Locator): Promise<void> =>
  (await preferred(byName, byId))
    .click({ timeout: actsWithinMs, noWaitAfter: true })
    .catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('intercepts pointer events'))
        throw new EvidenceUnavailableError(
          'something lies over what has to be pressed: a dialog, or a question about cookies',
          { obstacle: { kind: 'login-page-unknown' } },
        )
      throw error
    })

const preferred = async (first: Locator, fallback: Locator): Promise<Locator> =>
  visible((await isVisible(first)) ? first : fallback)
