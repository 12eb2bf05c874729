import type { Locator, Page } from 'playwright-core'
import type { Persona } from '../../evidence/person-reading.ts'

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
  visible(locator)
    .isVisible()
    .catch(() => false)

/** The first of what the locator means that can be seen. */
export const visible = (locator: Locator): Locator => locator.filter({ visible: true }).first()

/** Fills a field in, by its label, or by its documented id where no such label is. */
export const fill = async (byLabel: Locator, byId: Locator, value: string): Promise<void> =>
  (await preferred(byLabel, byId)).fill(value, { timeout: actsWithinMs })

/** Presses something, by role and name, or by its documented id where there is no such thing. */
export const press = async (byName: Locator, byId: Locator): Promise<void> =>
  (await preferred(byName, byId)).click({ timeout: actsWithinMs, noWaitAfter: true })

const preferred = async (first: Locator, fallback: Locator): Promise<Locator> =>
  visible((await isVisible(first)) ? first : fallback)
