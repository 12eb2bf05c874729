import type { Page } from 'playwright-core'

/** Gets a masked picture (PNG) and a name for it without a suffix: `login-MAIN-testid`. */
export type OnScreenshot = (png: Uint8Array, name: string) => void

const takenAtMostMs = 3_000

/**
 * Takes a picture of the page in which all text but headings and labels is masked, digits there too, and
 * nothing that is filled in or drawn is shown. It changes the page: it is the last thing
 * done with it. Undefined where the page does not let itself be masked.
 */
export const maskedScreenshot = async (page: Page): Promise<Uint8Array | undefined> => {
  try {
    await page.evaluate(maskDocument)
    const picture = await page.screenshot({
      timeout: takenAtMostMs,
      animations: 'disabled',
      // A second cover, laid on by the browser, should the page have drawn itself anew.
      mask: [
        page.locator('input, textarea, select, img, canvas, video, iframe, svg, object, embed'),
      ],
      maskColor: '#888888',
    })
    return new Uint8Array(picture)
  } catch {
    return undefined
  }
}

/** Runs in the page. */
const maskDocument = (): void => {
  const kept = 'h1, h2, h3, h4, h5, h6, [role="heading"], label, legend'
  const drawn = 'img, canvas, video, iframe, svg, object, embed'
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    '*, *::before, *::after { background-image: none !important } *::before, *::after { content: none !important }',
  )
  const maskField = (field: Element): void => {
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) return
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      field.value = '•'.repeat(field.value.length)
      field.placeholder = ''
    }
  }
  const maskTree = (root: Document | ShadowRoot): void => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const isKept = node.parentElement?.closest(kept) != null
      node.nodeValue = (node.nodeValue ?? '').replace(isKept ? /\d/g : /\S/g, '•')
    }
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      maskField(element)
      if (element.matches(drawn)) element.style.setProperty('visibility', 'hidden', 'important')
      if (element.shadowRoot !== null) maskTree(element.shadowRoot)
      // Nothing inside a closed root can be masked.
      else if (element.localName.includes('-') && element.childElementCount === 0)
        element.style.setProperty('visibility', 'hidden', 'important')
    }
  }
  maskTree(document)
}
