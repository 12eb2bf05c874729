import { shortened } from '../../../evidence/visible-text.ts'
import { differenceOf, type Stretch } from '../../difference.ts'
import type { FindingGroup } from '../../finding-groups.ts'
import type { ReportedFinding, RuleResult } from '../../model.ts'
import { counted } from '../../verdict-sentence.ts'
import type { Limits } from './limits.ts'
import { evidenceLinks } from './links.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'

/** What was expected beside what was received, and what differs between them underlined. */
const comparison = (
  { expected, actual }: Pick<ReportedFinding, 'expected' | 'actual'>,
  characters: number,
): Markup => {
  const texts = [shortened(expected, characters), shortened(actual, characters)] as const
  const difference = differenceOf(...texts)
  const whole = texts.map((text): readonly Stretch[] => [{ text, isCommon: true }])
  return html`<dl class="compare"><div class="expected"><dt>expected</dt><dd><code>${(
    difference?.expected ?? whole[0] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<del>${textBetweenTags(text)}</del>`,
  )}</code></dd></div><div class="received"><dt>received</dt><dd><code>${(
    difference?.received ?? whole[1] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<ins>${textBetweenTags(text)}</ins>`,
  )}</code></dd></div></dl>`
}

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

/** How to see a verdict again: one finding by its name, or the rule in a run of its own. */
export const repeatLines = (
  { id, observations }: Pick<RuleResult, 'id' | 'observations'>,
  environment: string,
): Markup => {
  const name = nameIn(observations)
  const rule = ruleCommand(id, environment)
  return name === undefined
    ? html`<p class="again">See it again: <code data-copy>${rule}</code></p>`
    : html`<p class="again">Replay the finding: <code data-copy>${replayCommand(name, environment)}</code><br>
Judge the rule again: <code data-copy>${rule}</code></p>`
}

/** The shortest command that shows a failure again: its first finding, or the rule where it has none. */
export const repeatCommand = (
  { id, observations }: Pick<RuleResult, 'id' | 'observations'>,
  environment: string,
): string => {
  const name = nameIn(observations)
  return name === undefined ? ruleCommand(id, environment) : replayCommand(name, environment)
}

const nameIn = (observations: RuleResult['observations']): string | undefined =>
  observations.find((own) => own.name !== undefined)?.name

const replayCommand = (name: string, environment: string): string =>
  `npm run krr -- replay ${name} --env ${environment}`

const ruleCommand = (id: string, environment: string): string =>
  environment === 'reference'
    ? `npx vitest run -t ${id}`
    : `npm test -- --env ${environment} -t ${id}`
