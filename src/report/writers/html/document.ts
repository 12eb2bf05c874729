import { createHash } from 'node:crypto'
import type { InEach, Language } from '../../words/language.ts'
import { html, type Markup, scriptElement, stylesheetElement } from './markup.ts'
import { script } from './script.ts'
import { base } from './styles/base.ts'
import { gateStyle } from './styles/gate.ts'
import { overviewStyle } from './styles/overview.ts'
import { palette } from './styles/palette.ts'
import { print } from './styles/print.ts'
import { reportStyle } from './styles/report.ts'

/** The whole look of the pages: light and dark, screen and print, no font, image or motion. */
const stylesheet = [palette, base, reportStyle, overviewStyle, gateStyle, print]
  .join('')
  .replaceAll(/\n\s*/g, '\n')

/** The source expression of an inline element by its digest (CSP 3, 2.3.1). */
const digestOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * What every page may do: look as its own stylesheet says and run its own script, both named by digest. It may load
 * nothing, send nothing and reach nothing.
 */
export const pagePolicy = [
  "default-src 'none'",
  `style-src ${digestOf(stylesheet)}`,
  `script-src ${digestOf(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Whether a page is bound by that policy from its first line on: what follows in it, whoever wrote it, can run and load
 * nothing else. A page of another version has a policy of its own, and is none of these.
 */
export const isBoundPage = (text: string): boolean => {
  const [before = '', after = ''] = text.split(
    '<meta http-equiv="Content-Security-Policy" content="',
  )
  return (
    /^<!doctype html>\n<html lang="[a-z]{2}">\n<head>\n<meta charset="utf-8">\n$/.test(before) &&
    after.startsWith(`${html`${pagePolicy}`.text}">`)
  )
}

/** What a page is made of; `bar` and `header` stand before the main part. */
interface PageParts {
  readonly language?: Language
  readonly title: string
  readonly bar?: Markup
  readonly header?: Markup
  readonly content: Markup
}

const frame: InEach<{
  readonly skip: string
  readonly masked: string
  readonly copy: string
  readonly copied: string
}> = {
  en: {
    skip: 'Skip to the content',
    copy: 'Copy',
    copied: 'Copied',
    masked:
      'Masked where recorded: neither secrets nor personal values are on this page. It loads nothing, and works without its script.',
  },
  nb: {
    skip: 'Hopp til innholdet',
    copy: 'Kopier',
    copied: 'Kopiert',
    masked:
      'Maskert der det ble registrert: Siden har verken hemmeligheter eller personopplysninger. Den laster ingenting, og virker uten skriptet sitt.',
  },
}

/** A whole page that needs no network, and no script to be read. */
export const documentOf = ({ language = 'en', title, bar, header, content }: PageParts): string => {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${stylesheetElement(stylesheet)}
</head>
<body id="top" data-copy="${frame[language].copy}" data-copied="${frame[language].copied}">
${bar === undefined ? undefined : html`<a class="skip" href="#main">${frame[language].skip}</a>${bar}`}
${header === undefined ? undefined : html`<header class="column">${header}</header>`}
<main id="main" class="column">
${content}
</main>
<footer class="column"><p>krr-conformance. ${frame[language].masked}</p></footer>
${scriptElement(script)}
</body>
</html>
`
  return page.text
}
