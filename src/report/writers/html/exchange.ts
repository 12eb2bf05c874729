import type { RecordedExchange, RecordedJws, RecordedMessage } from '../../model.ts'
import { html, type Markup } from './markup.ts'

/** Every exchange of the run, masked, folded until a link leads to it. */
export const exchanges = (recorded: readonly RecordedExchange[]): Markup | undefined =>
  recorded.length === 0
    ? undefined
    : html`<section id="exchanges" aria-labelledby="exchanges-title">
<h2 id="exchanges-title">Exchanges (${recorded.length})</h2>
<p class="small soft">Masked where they were recorded: secrets and personal values are not in this file.</p>
<div class="card">${recorded.map(exchange)}</div>
</section>
`

const exchange = ({
  id,
  label,
  elapsedMs,
  startedAt,
  request,
  response,
  ...rest
}: RecordedExchange) =>
  html`
<details class="row">
<summary><span class="id">${id}</span><span class="grow">${label}</span>
<span class="small soft">${response.status === 0 ? 'no answer' : response.status}, ${Math.round(elapsedMs)} ms</span></summary>
<div class="inside" id="${id}">
<p class="small soft">${startedAt}</p>
${rest.failedAttempts.map(
  (attempt) =>
    html`<p class="small">failed attempt ${attempt.startedAt}: ${attempt.trouble} (${Math.round(attempt.elapsedMs)} ms)</p>`,
)}
${message(`${request.method} ${request.url}`, request)}
${rest.trouble === undefined ? undefined : html`<p class="small">no evidence: ${rest.trouble}</p>`}
${response.status === 0 ? undefined : message(String(response.status), response)}
${response.jws === undefined ? undefined : jws(response.jws)}
</div>
</details>`

const message = (start: string, { fields, content, contentLength }: RecordedMessage): Markup => {
  const lines = [start, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\n')
  return html`<pre>${lines}${content === undefined ? undefined : `\n\n${readable(content)}`}</pre>
${
  content === undefined && contentLength > 0
    ? html`<p class="small soft">${contentLength} bytes of content, not recorded</p>`
    : undefined
}`
}

const jws = ({ header, payload, certificates }: RecordedJws): Markup => html`
<h3 class="small">JWS header</h3><pre>${written(header)}</pre>
<h3 class="small">JWS payload</h3><pre>${written(payload)}</pre>
${certificates.map(
  ({ subject, issuer, notBefore, notAfter }, index) => html`
<p class="small">x5c[${index}] <code>${subject}</code>, issued by <code>${issuer}</code>, valid ${notBefore} to ${notAfter}</p>`,
)}`

const written = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? 'absent'

/** Indented only where that loses nothing: a member that occurs twice has to stay visible. */
const readable = (content: string): string => {
  try {
    const value: unknown = JSON.parse(content)
    return JSON.stringify(value) === content ? written(value) : content
  } catch {
    return content
  }
}
