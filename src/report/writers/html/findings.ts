import { shortened } from '../../../evidence/visible-text.ts'
import type { FindingGroup } from '../../finding-groups.ts'
import { counted } from '../../verdict-sentence.ts'
import { comparison } from './difference.ts'
import type { Limits } from './limits.ts'
import { evidenceLinks } from './links.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'

/** Differences of one rule, each with the places in which it was found. */
export const findingList = (
  groups: readonly FindingGroup[],
  limits: Limits,
  most = limits.findings,
): Markup =>
  html`${groups.slice(0, most).map(
    ({ finding, places }) => html`<div class="finding">
<p class="where"><code>${textBetweenTags(shortened(finding.at, limits.characters))}</code> in ${counted(places.length, 'place')}</p>
${comparison(finding, limits.characters)}
${placeList(places, limits)}</div>`,
  )}`

/** Places in words, each with its exchanges, with the name to replay it by and the fingerprint to know it by. */
export const placeList = (
  places: FindingGroup['places'],
  { places: most, characters }: Pick<Limits, 'places' | 'characters'>,
): Markup =>
  html`<ul class="places">${places
    .slice(0, most)
    .map(
      ({ where, name, evidence, fingerprint }) =>
        html`<li>${textBetweenTags(shortened(where, characters))}${evidenceLinks(evidence)}${
          name === undefined ? undefined : html` <code>${name}</code>`
        }${fingerprint === undefined ? undefined : html` <code class="fingerprint">${fingerprint}</code>`}</li>`,
    )}${
    places.length > most
      ? html`<li>and ${counted(places.length - most, 'more place')}, in report.json</li>`
      : undefined
  }</ul>`
