import { randomBytes } from 'node:crypto'
import type { OpContext } from '../context.ts'
import { type Html, html, Html as Markup } from './html.ts'

/** The one style sheet of the pages, light and dark. It also goes into MinID's shadow roots. */
export const style = `
:root, :host {
  color-scheme: light dark;
  --ground: light-dark(#f4f1ea, #14181c);
  --sheet: light-dark(#fffdf9, #1d2329);
  --ink: light-dark(#1b2730, #eceff1);
  --soft: light-dark(#53616b, #a9b4bc);
  --line: light-dark(#8a949b, #74808a);
  --faint: light-dark(#dfd9cd, #313a42);
  --accent: light-dark(#14534f, #7fd1c7);
  --on-accent: light-dark(#fff, #0d2523);
  --warn: light-dark(#9c1f2e, #ff9ba4);
  --focus: light-dark(#b4530a, #ffc46b);
}
* { box-sizing: border-box }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column;
  background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif;
}
header, main, footer { width: min(100% - 2rem, 30rem); margin-inline: auto }
header { display: flex; justify-content: space-between; align-items: baseline; padding-block: 1.5rem }
header p, footer p { margin: 0 }
.brand { font-weight: 700; letter-spacing: -.01em; font-size: 1.25rem }
.mark { color: var(--soft); font-size: .875rem }
main {
  background: var(--sheet); padding: clamp(1.25rem, 5vw, 2.25rem);
  border-radius: .75rem; border-top: .3rem solid var(--accent);
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 8px 24px rgb(0 0 0 / .06);
}
footer { color: var(--soft); font-size: .875rem; padding-block: 1.25rem }
h1 { margin: 0 0 1.25rem; font-size: 1.6rem; line-height: 1.2; letter-spacing: -.015em; text-wrap: balance }
main > :last-child { margin-bottom: 0 }
p { margin: 0 0 1rem }
a { color: var(--accent); text-underline-offset: .2em }
code { font-size: .85em; color: var(--soft); overflow-wrap: anywhere }
.choices { list-style: none; margin: 0 0 1.25rem; padding: 0; display: grid; gap: .75rem }
.choices a {
  display: block; padding: .9rem 3rem .9rem 1.1rem; position: relative; color: inherit;
  border: 1px solid var(--line); border-radius: .5rem; text-decoration: none;
}
.choices a::after {
  content: ''; position: absolute; right: 1.25rem; top: 50%; width: .6rem; height: .6rem;
  border: solid var(--accent); border-width: .15rem .15rem 0 0; transform: translateY(-50%) rotate(45deg);
}
.choices a:hover { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent) }
.choices b, .choices span { display: block }
.choices span { color: var(--soft); font-size: .9375rem }
.field { margin-bottom: 1.25rem }
label, legend { font-weight: 600 }
.hint { margin: 0; color: var(--soft); font-size: .9375rem }
.trouble { margin: .25rem 0 0; color: var(--warn); font-weight: 600 }
input:not([type=checkbox]) {
  width: 100%; margin-top: .4rem; padding: .65rem .8rem; font: inherit; color: inherit;
  background: var(--ground); border: 1px solid var(--line); border-radius: .4rem;
}
input[inputmode=numeric] { font-variant-numeric: tabular-nums; letter-spacing: .04em }
input[aria-invalid] { border: 2px solid var(--warn); padding: calc(.65rem - 1px) calc(.8rem - 1px) }
button {
  font: inherit; font-weight: 600; padding: .7rem 1.4rem; width: 100%; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: .4rem;
}
button:hover { filter: brightness(1.12) }
button.second { color: var(--accent); background: none; margin-top: .75rem }
button.quiet { color: var(--soft); background: none; border-color: transparent; width: auto; padding: .3rem 0; font-weight: 400; text-decoration: underline; text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
form + p, minid-password + p { margin-top: 1.25rem }
minid-password, minid-one-time-code { display: block }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0 }
legend { padding: 0; margin-bottom: .75rem; font-weight: 400 }
.tick { display: grid; grid-template-columns: auto 1fr; gap: .75rem; padding: .75rem 0; border-top: 1px solid var(--faint); font-weight: 400 }
.tick input { width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; accent-color: var(--accent) }
.tick code { display: block }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem }
dt { color: var(--soft) }
dd { margin: 0 }
`

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
