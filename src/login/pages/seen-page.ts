import type { Page } from 'playwright'
import { inTime } from '../step-limit.ts'

/** A page of the login as it may be kept: what it is made of, and nothing that was entered or is about a person. */
export interface SeenPage {
  /** By which page object it was taken; undefined where it is none of those known. */
  readonly name: string | undefined
  readonly host: string
  readonly path: string
  readonly language: string
  readonly headings: readonly string[]
  readonly buttons: readonly string[]
  readonly links: readonly string[]
  readonly fields: readonly SeenField[]
}

interface SeenField {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly label: string
}

const readsWithinMs = 3_000

/** Reads what a page is made of, open shadow roots included. Undefined where it goes away meanwhile. */
export const seenPage = async (
  page: Page,
  name: string | undefined,
): Promise<SeenPage | undefined> => {
  const read = await inTime(page.evaluate(readDocument), readsWithinMs, undefined).catch(
    () => undefined,
  )
  if (read === undefined) return undefined
  const { host, pathname } = new URL(page.url())
  return {
    name,
    host,
    path: pathname.replace(/\d{4,}|[\w-]{20,}/g, '…'),
    language: words(read.language),
    headings: read.headings.map(words),
    buttons: read.buttons.map(words),
    links: read.links.map(words),
    fields: read.fields.map(({ id, name: own, type, label }) => ({
      id: words(id),
      name: words(own),
      type: words(type),
      label: words(label),
    })),
  }
}

const ownNames = /^(ID-porten|MinID|MinID-app|TestID|BankID|Buypass|Commfides|Altinn|Digdir|KRR)$/

/** Words without numbers and addresses, and without what may be a name: within a sentence only names are in capitals. */
const words = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d\s]{2,}\d/g, '…')
    .trim()
    .split(/\s+/)
    .slice(0, 20)
    .map((word, index) =>
      index > 0 && /^\p{Lu}\p{Ll}+$/u.test(word) && !ownNames.test(word) ? '…' : word,
    )
    .join(' ')
    .slice(0, 120)

/** Runs in the page. */
const readDocument = () => {
  const most = 30
  const elements: Element[] = []
  const walk = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (elements.length > 5_000) return
      elements.push(element)
      if (element.shadowRoot !== null) walk(element.shadowRoot)
    }
  }
  walk(document)
  const textsOf = (selector: string): string[] =>
    elements
      .filter((element) => element.matches(selector))
      .map((element) => (element as HTMLElement).innerText ?? '')
      .filter((text) => text.trim() !== '')
      .slice(0, most)
  const labelOf = (field: HTMLInputElement): string =>
    field.labels?.[0]?.innerText ?? field.getAttribute('aria-label') ?? ''
  return {
    language: document.documentElement.lang,
    headings: textsOf('h1, h2, h3, [role="heading"]'),
    buttons: textsOf('button, [role="button"], mid-button'),
    links: textsOf('a[href]'),
    fields: elements
      .filter((element): element is HTMLInputElement =>
        element.matches('input:not([type="hidden"]), select, textarea'),
      )
      .slice(0, most)
      .map((field) => ({
        id: field.id,
        name: field.name,
        type: field.type,
        label: labelOf(field),
      })),
  }
}
