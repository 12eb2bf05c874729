import { shortened } from '../../../evidence/visible-text.ts'
import { differenceOf, type Stretch } from '../../difference.ts'
import type { FindingGroup } from '../../finding-groups.ts'
import type { ReportedFinding, RuleResult } from '../../model.ts'
import type { PageWords } from '../../words/page.ts'
import type { Limits } from './limits.ts'
import { evidenceLinks } from './links.ts'
import { html, type Markup, textBetweenTags } from './markup.ts'

/** What was expected beside what was received, and what differs between them underlined. */
const comparison = (
  { expected, actual }: Pick<ReportedFinding, 'expected' | 'actual'>,
  characters: number,
  words: PageWords,
): Markup => {
  const texts = [shortened(expected, characters), shortened(actual, characters)] as const
  const difference = differenceOf(...texts)
  const whole = texts.map((text): readonly Stretch[] => [{ text, isCommon: true }])
  return html`<dl class="compare"><div class="expected"><dt>${words.expected}</dt><dd><code>${(
    difference?.expected ?? whole[0] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<del>${textBetweenTags(text)}</del>`,
  )}</code></dd></div><div class="received"><dt>${words.received}</dt><dd><code>${(
    difference?.received ?? whole[1] ?? []
  ).map(({ text, isCommon }) =>
    isCommon ? textBetweenTags(text) : html`<ins>${textBetweenTags(text)}</ins>`,
  )}</code></dd></div></dl>`
}

/** Differences of one rule, each with the places in which it was found. */
export const findingList = (
  groups: readonly FindingGroup[],
  limits: Limits,
  words: PageWords,
  most = limits.findings,
): Markup =>
  html`${groups.slice(0, most).map(
    ({ finding, places }) => html`<div class="finding">
<p class="where"><code>${textBetweenTags(shortened(finding.at, limits.characters))}</code> ${words.inPlaces(places.length)}</p>
${comparison(finding, limits.characters, words)}
${placeList(places, limits, words)}</div>`,
  )}`

/** Places in words, each with its exchanges, with the name to replay it by and the fingerprint to know it by. */
export const placeList = (
  places: FindingGroup['places'],
  { places: most, characters }: Pick<Limits, 'places' | 'characters'>,
  words: PageWords,
): Markup =>
  html`<ul class="places">${places
    .slice(0, most)
    .map(
      ({ where, name, evidence, fingerprint }) =>
        html`<li>${textBetweenTags(shortened(where, characters))}${evidenceLinks(evidence)}${
          name === undefined ? undefined : html` <code>${name}</code>`
        }${fingerprint === undefined ? undefined : html` <code class="fingerprint">${fingerprint}</code>`}</li>`,
    )}${
    places.length > most ? html`<li>${words.morePlaces(places.length - most)}</li>` : undefined
  }</ul>`

/** How to see a verdict again: one finding by its name, or the rule in a run of its own. */
export const repeatLines = (
  { id, observations }: Pick<RuleResult, 'id' | 'observations'>,
  environment: string,
  words: PageWords,
): Markup => {
  const name = nameIn(observations)
  const rule = ruleCommand(id, environment)
  return name === undefined
    ? html`<p class="again">${words.seeAgain} <code data-copy>${rule}</code></p>`
    : html`<p class="again">${words.replayFinding} <code data-copy>${replayCommand(name, environment)}</code><br>
${words.judgeAgain} <code data-copy>${rule}</code></p>`
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
