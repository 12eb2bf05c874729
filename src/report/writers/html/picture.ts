import type { ConformanceReport, PictureCell } from '../../model.ts'
import { pictureScopes } from '../../picture.ts'
import { counted } from '../../verdict-sentence.ts'
import { html, type Markup } from './markup.ts'
import { drawing, icon } from './picture-drawing.ts'
import { isAsExpected, stateOf, statesShown, stateWords } from './picture-states.ts'

/** The contract at a glance: which members each combination of scopes yields, drawn and as a table. */
export const pictureSection = ({ picture = [] }: ConformanceReport): Markup | undefined =>
  picture.length === 0
    ? undefined
    : html`<section id="contract" aria-labelledby="contract-title">
<h2 id="contract-title">What each scope yields</h2>
<p class="lead">${sentence(picture)} The picture shows, and judges nothing: the SCOPE and BODY rules do, and know the exceptions.</p>
${drawing(picture, 'wide')}
${drawing(picture, 'narrow')}
<ul class="legend">${statesShown(picture).map((state) => html`<li>${icon(state)} ${stateWords[state]}</li>`)}
<li><b>J</b> application/json, <b>S</b> application/jose, signed</li></ul>
<details class="twin"><summary>The same as a table</summary>
<div class="wide" role="region" aria-label="Table of what each scope yields" tabindex="0">${table(picture)}</div></details>
</section>
`

const sentence = (picture: readonly PictureCell[]): string => {
  const odd = picture.filter((cell) => !isAsExpected(cell))
  const ways = `${picture.length} ways to ask (combinations of scopes, each as JSON and as a signed JWS)`
  return odd.length === 0
    ? `In all ${ways}, the members that came are those that the scopes let expect.`
    : `In ${odd.length} of ${ways}, the members that came are not those that the scopes let expect.`
}

/** `kontaktinformasjon + digitalpost` */
const combinationOf = ({ scopes }: Pick<PictureCell, 'scopes'>): string =>
  scopes.length === 0
    ? 'no krr scope'
    : pictureScopes.filter((scope) => scopes.includes(scope)).join(' + ')

const table = (picture: readonly PictureCell[]): Markup => html`<table>
<thead><tr><th scope="col">scopes</th><th scope="col">as</th><th scope="col">status</th><th scope="col">came</th>
<th scope="col">withheld, as it must be</th><th scope="col">missing</th><th scope="col">undue</th><th scope="col">exchange</th></tr></thead>
<tbody>${picture.map(
  (cell) => html`
<tr><th scope="row">${combinationOf(cell)}</th><td>${cell.representation.slice('application/'.length)}</td><td>${cell.status}</td>
<td>${names(cell, 'came')}${cell.unknown === 0 ? undefined : html` and ${counted(cell.unknown, 'member')} that the contract does not know`}</td>
<td>${names(cell, 'withheld')}</td><td>${names(cell, 'missing')}</td><td>${names(cell, 'undue')}</td>
<td><a class="id" href="#${cell.exchange}">${cell.exchange}</a></td></tr>`,
)}
</tbody></table>`

const names = (cell: PictureCell, state: 'came' | 'withheld' | 'missing' | 'undue'): string => {
  const own = cell.members.filter((member) => stateOf(member, cell) === state)
  return own.length === 0 ? '–' : own.map(({ name }) => name).join(', ')
}
