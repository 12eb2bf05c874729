import { randomBytes } from 'node:crypto'
import type { OpContext } from '../context.ts'
import { type Html, html, Html as Markup } from './html.ts'
import { style } from './style.ts'

/** A page: its title and what stands in its main part. Some pages need the style's nonce inside. */
export interface Page {
  readonly title: string
  readonly status?: number
  /** Whether something that was typed is wrong; the title says so first. */
  readonly isWrong?: boolean
  readonly main: (nonce: string) => Html
}

/** Sends the page, under a policy that allows nothing but its own style sheet. No script is needed. */
export const sendPage = (ctx: OpContext, page: Page): void => {
  const nonce = randomBytes(16).toString('base64url')
  ctx.status = page.status ?? 200
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
  ctx.type = 'html'
  ctx.body = document(page, nonce).markup
}

const document = ({ title, isWrong = false, main }: Page, nonce: string): Html =>
  html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isWrong ? 'Feil: ' : ''}${title} – ID-porten (referanse)</title>
<style nonce="${nonce}">${new Markup(style)}</style>
</head>
<body>
<header><p class="brand">ID-porten</p><p class="mark">Referansemiljø</p></header>
<main>
<h1>${title}</h1>
${main(nonce)}
</main>
<footer><p>Et ID-porten på din egen maskin, bare for syntetiske personer.</p></footer>
</body>
</html>
`
