import { randomBytes } from 'node:crypto'
import type { OpContext } from '../context.ts'
import { type Html, html, Html as Markup } from './html.ts'
import { style } from './style.ts'

/** A page: its title and what stands in its main part. Some pages need the style's nonce inside. */
export interface Page {
  readonly title: string
  readonly status?: number
  readonly main: (nonce: string) => Html
}

/** Sends the page, under a policy that allows nothing but its own style sheet. No script is needed. */
export const sendPage = (ctx: OpContext, { title, main, status = 200 }: Page): void => {
  const nonce = randomBytes(16).toString('base64url')
  ctx.status = status
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
  ctx.type = 'html'
  ctx.body = document(title, main(nonce), nonce).markup
}

const document = (title: string, main: Html, nonce: string): Html =>
  html`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ID-porten (referanse)</title>
<style nonce="${nonce}">${new Markup(style)}</style>
</head>
<body>
<header><p class="brand">ID-porten</p><p class="mark">Referansemiljø</p></header>
<main>
<h1>${title}</h1>
${main}
</main>
<footer><p>Bare syntetiske personer. Ingenting her når Digitaliseringsdirektoratet.</p></footer>
</body>
</html>
`
