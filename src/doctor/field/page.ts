import type { Difference, FieldRecord } from './facts.ts'
import type { Settled } from './unknowns.ts'

/** A field record with what follows from it: what `field.json` holds. */
export interface FieldReport extends FieldRecord {
  readonly settled: readonly Settled[]
  /** In what the reference is otherwise; empty where in nothing. */
  readonly differences: readonly Difference[]
}

/** The record as a page that loads and runs nothing. */
export const fieldPage = (report: FieldReport): string => {
  const { environment, madeAt, pages, cookies, jwks, settled, differences } = report
  const hosts = report.hosts.join(', ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>Field record of ${escaped(environment)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8886;overflow-wrap:anywhere}</style>
</head>
<body>
<h1>Field record of ${escaped(environment)}</h1>
<p>One login, made ${escaped(madeAt)}. Names and forms of what was met; no value that was entered, no token, nothing of a person.</p>
${report.stopped === undefined ? '' : `<p>It did not come to its end: ${escaped(report.stopped)}</p>`}
<h2>In what the reference is otherwise</h2>
${
  differences.length === 0
    ? '<p>In nothing.</p>'
    : table(
        ['Trait', 'Reference', 'Met', 'Change'],
        differences.map((one) => [
          one.trait,
          one.reference ?? '–',
          one.environment ?? '–',
          one.change,
        ]),
      )
}
<h2>What was not known</h2>
${table(
  ['Question', 'Answer'],
  settled.map(({ id, question, answer }) => [
    `${id}: ${question}`,
    answer ?? 'not shown by this login',
  ]),
)}
<h2>Pages</h2>
<p>Hosts: ${escaped(hosts === '' ? 'none: nothing was rendered' : hosts)}. Cookies: ${escaped(cookies.join(', '))}.</p>
${table(
  ['Page', 'Address', 'Headings', 'Buttons', 'Fields', 'Found by', 'After'],
  pages.map((page) => [
    `${page.name ?? 'unknown'} (${page.language})`,
    `${page.host}${page.path}`,
    page.headings.join(' | '),
    page.buttons.join(' | '),
    page.fields
      .map(({ id, name, type, label }) => `${label} (#${id}, ${name}, ${type})`)
      .join(' | '),
    page.matched ?? '',
    `${page.afterMs} ms`,
  ]),
)}
<h2>Tokens, keys and metadata</h2>
<p>JWK Set: ${escaped(jwks.join('; '))}</p>
${table(
  ['What', 'Met'],
  Object.entries(report.facts).filter(([name]) => !name.startsWith('page ')),
)}
</body>
</html>
`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
