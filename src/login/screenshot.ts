import type { Page } from 'playwright'
import { knownWords } from './known-words.ts'
import { inTime } from './step-limit.ts'

/** Gets a masked picture (PNG) and a name for it without a suffix: `login-MAIN-testid`. */
export type OnScreenshot = (png: Uint8Array, name: string) => void

const takenAtMostMs = 3_000

/**
 * Takes a picture of the page in which all text is masked but known words of headings and labels, and nothing that is
 * filled in or drawn is shown. It changes the page, whose scripts are stopped before: it is the last thing done with
 * it. Undefined where the page does not let itself be masked in time.
 */
export const maskedScreenshot = async (page: Page): Promise<Uint8Array | undefined> => {
  const taken = take(page).catch(() => undefined)
  return inTime(taken, 2 * takenAtMostMs, undefined)
}

const take = async (page: Page): Promise<Uint8Array> => {
  await stopScripts(page)
  const headings = await page.evaluate(maskDocument, undefined)
  await page.evaluate(maskDocument, headings.map(knownWords))
  const picture = await page.screenshot({
    timeout: takenAtMostMs,
    animations: 'disabled',
    // A second cover, laid on by the browser.
    mask: [page.locator('input, textarea, select, img, canvas, video, iframe, svg, object, embed')],
    maskColor: '#888888',
  })
  return new Uint8Array(picture)
}

/** Nothing draws the page anew, and what is inside closed shadow roots, where nothing can be masked, goes. */
const stopScripts = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true })
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const isClosed = node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed')
    if (isClosed === true) await devtools.send('DOM.removeNode', { nodeId: node.nodeId })
    else pending.push(...(node.children ?? []), ...(node.shadowRoots ?? []))
  }
}

/**
 * Runs in the page, twice: first it gives the texts of headings and labels, then it puts what is handed in into their
 * places, in the same order. All other text is masked.
 */
const maskDocument = (shown: readonly string[] | undefined): readonly string[] => {
  const kept = 'h1, h2, h3, h4, h5, h6, [role="heading"], label, legend'
  const drawn = 'img, canvas, video, iframe, svg, object, embed'
  const headings: string[] = []
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `*, *::before, *::after, *::marker { background-image: none !important; border-image: none !important;
       list-style: none !important; content: normal !important; mask-image: none !important;
       font-family: sans-serif !important }
     *::before, *::after, *::marker { content: none !important }`,
  )
  const maskField = (field: Element): void => {
    for (const name of ['label', 'placeholder'])
      if (field.hasAttribute(name)) field.setAttribute(name, '')
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) return
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.value = '•'.repeat(Math.min(field.value.length, 40))
  }
  const maskText = (node: Node): void => {
    const text = node.nodeValue ?? ''
    const isKept = node.parentElement?.closest(kept) != null && headings.length < 200
    if (isKept) headings.push(text.slice(0, 200))
    const words = isKept ? shown?.[headings.length - 1] : undefined
    if (shown !== undefined) node.nodeValue = words ?? text.replace(/\S/g, '•')
  }
  const maskTree = (root: Document | ShadowRoot): void => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) maskText(node)
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      maskField(element)
      if (element.matches(drawn)) element.style.setProperty('visibility', 'hidden', 'important')
      if (element.shadowRoot !== null) maskTree(element.shadowRoot)
    }
  }
  maskTree(document)
  return headings
}
