import { createHash } from 'node:crypto'
import type { RecordedExchange } from '../../evidence/recorded-exchange.ts'
import { type Html, html } from '../../reference/op/pages/html.ts'
import type { Catalogue } from './faults.ts'
import type { Counts } from './visits.ts'

/** An exchange as it is shown: masked as in a report. */
export interface ShownExchange extends RecordedExchange {
  readonly server: 'api' | 'op'
  readonly applied: readonly string[]
}

/** What the control address tells of the sandbox. */
export interface ControlState {
  readonly apiUrl: string
  readonly issuer: string
  readonly specUrl: string
  readonly clientId: string
  readonly people: readonly {
    readonly name: string
    readonly pid: string
    readonly description: string
    /** What is on for this person alone. */
    readonly faults: readonly string[]
  }[]
  readonly active: readonly { readonly id: string; readonly title: string }[]
  readonly counts: Counts
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 62rem; margin: 2rem auto; padding-inline: 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; white-space: nowrap }
td:first-child { width: 100%; white-space: normal; overflow-wrap: anywhere }
textarea { width: 100%; font: .9rem/1.4 ui-monospace, monospace }
code, pre { font: .85rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
button { font: inherit; padding: .35rem .9rem; margin: .5rem .5rem 0 0 }
form.inline { display: inline }
`

const digest = createHash('sha256').update(style).digest('base64')

/** No script, one style sheet, forms to itself alone. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** @param csrf what a form must bring back; undefined: the page only shows */
export const controlPage = (
  state: ControlState & { readonly exchanges: readonly ShownExchange[] },
  listed: Catalogue['listed'],
  csrf: string | undefined,
): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>KRR sandbox</title><meta name="viewport" content="width=device-width">
<style>${style}</style></head>
${
  html`<body>
<h1>KRR sandbox</h1>
<p>Person API <code>${state.apiUrl}</code>, ID-porten <code>${state.issuer}</code>, client <code>${state.clientId}</code>.
Requests so far: ${state.counts.requests.api} to the API, ${state.counts.requests.op} to ID-porten.</p>
<h2>Switched on</h2>
${activeList(state)}
${csrf === undefined ? html`<p>To change anything open this page by the link that the terminal shows.</p>` : forms(state, csrf)}
<h2>Last exchanges</h2>
${exchangeTable(state.exchanges)}
<h2>What can be switched on</h2>
${families(listed)}
</body>`.markup
}
</html>
`

const activeList = ({ active, counts }: ControlState): Html =>
  active.length === 0
    ? html`<p>Nothing: the sandbox conforms.</p>`
    : html`<ul>${active.map(
        ({ id, title }) =>
          html`<li><code>${id}</code> ${title} (met ${counts.applied[id] ?? 0} times)</li>`,
      )}</ul>`

const forms = ({ active }: ControlState, csrf: string): Html => html`
<form method="post" action="/form">
<label>Ids, one a line
<textarea name="faults" rows="4" spellcheck="false">${active.map(({ id }) => id).join('\n')}</textarea></label>
<input type="hidden" name="csrf" value="${csrf}">
<button name="change" value="PUT /active">Switch on these alone</button>
<button name="change" value="DELETE /active">Switch all off</button>
<button name="change" value="POST /people/reset">Reset the people</button>
<button name="change" value="DELETE /exchanges">Forget the exchanges</button>
</form>`

const exchangeTable = (exchanges: readonly ShownExchange[]): Html =>
  exchanges.length === 0
    ? html`<p>None yet.</p>`
    : html`<table><thead><tr><th>request</th><th>status</th><th>ms</th></tr></thead><tbody>${[
        ...exchanges,
      ]
        .reverse()
        .map(
          ({ request, response, elapsedMs, applied, ...exchange }) => html`<tr>
<td><details><summary>${request.method} ${request.url}</summary><pre>${JSON.stringify({ ...exchange, request, response }, null, 2)}</pre></details>${applied.length === 0 ? '' : html`met <code>${applied.join(', ')}</code>`}</td>
<td>${response.status}</td><td>${elapsedMs}</td></tr>`,
        )}</tbody></table>`

const families = (listed: Catalogue['listed']): Html =>
  html`${[...new Set(listed.map(({ family }) => family))].map(
    (family) =>
      html`<details><summary>${family}</summary><ul>${listed
        .filter((fault) => fault.family === family)
        .map(({ id, title }) => html`<li><code>${id}</code> ${title}</li>`)}</ul></details>`,
  )}`
