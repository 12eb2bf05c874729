import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectFolder } from '../contract/project-folder.ts'
import { areas, type RuleId } from '../rules/rule.ts'

/** Why no rule judges a sentence. */
export const reasons = [
  'not observable from outside',
  'needs PROD',
  'ambiguous',
  'out of scope',
] as const
export type Reason = (typeof reasons)[number]

/** `quote` is verbatim, in the source's language; a paraphrase is in our own words. */
type Wording =
  | { readonly quote: string; readonly paraphrase?: never }
  | { readonly paraphrase: string; readonly quote?: never }

type Treatment =
  | {
      /** The rules that judge it, or a part of it. */
      readonly rules: readonly [RuleId, ...RuleId[]]
      /** The part that they leave out, and why. */
      readonly except?: string
      readonly notTested?: never
    }
  | { readonly notTested: Reason; readonly why: string; readonly rules?: never }

/** A normative sentence of a source. */
export type Sentence = {
  /** `ATTR-006`: the source's own prefix, and a number that is never reused. */
  readonly id: string
  /** As the source names it, or `front matter` for what stands before a page's first heading. */
  readonly section: string
} & Wording &
  Treatment

/** A published document with its sentences, in its order, and what becomes of each: a file of specs/sentences/. */
export interface Source {
  readonly name: string
  readonly url: string
  /** The commit and date, or the month, of the text that is quoted. */
  readonly version?: string
  readonly sentences: readonly Sentence[]
}

/** Digdir's pages first, then ID-porten's, Digdir's tests and clients, and the standards. */
const order = ['brukerspesifikt', 'krr', 'begrep', 'oppslagstjenesten', 'idporten', 'digdir', 'rfc']

const rankOf = (name: string): number => {
  const at = order.findIndex((prefix) => name.startsWith(prefix))
  return at < 0 ? order.length : at
}

/**
 * The register of the contract, read from specs/sentences/ below this folder.
 * @throws Error where a file is not of the form of `Source`, with its name and what is wrong
 */
export const readRegister = (root = projectFolder()): readonly Source[] => {
  const folder = join(root, 'specs', 'sentences')
  return readdirSync(folder)
    .flatMap((file) => /^(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort((one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other, 'en'))
    .map((name) => {
      const source: Source = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'))
      const problems = problemsOf(source)
      if (problems.length > 0)
        throw new Error(`specs/sentences/${name}.yaml: ${problems.join('; ')}`)
      return source
    })
}

const ruleId = new RegExp(`^KRR-(${areas.join('|')})-\\d{3}$`)
const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

const problemsOf = ({ name, url, sentences }: Source): readonly string[] => {
  if (!isText(name) || !isText(url)) return ['name and url are needed']
  if (!Array.isArray(sentences)) return ['a list of sentences is needed']
  const prefixes = new Set(sentences.map(({ id }) => String(id).split('-')[0]))
  return [
    ...(prefixes.size > 1 ? [`ids have several prefixes: ${[...prefixes].join(', ')}`] : []),
    ...sentences.flatMap((sentence) =>
      problemsOfSentence(sentence).map((problem) => `${sentence.id}: ${problem}`),
    ),
  ]
}

const problemsOfSentence = (sentence: Sentence): readonly string[] => {
  const { id, section, quote, paraphrase, rules, notTested } = sentence
  return [
    ...(/^[A-Z0-9]+-\d{3}$/.test(id) ? [] : ['an id is a prefix and three digits']),
    ...(isText(section) ? [] : ['section is needed, as text']),
    ...(isText(quote) === isText(paraphrase) ? ['either quote or paraphrase is needed'] : []),
    ...((rules === undefined) === (notTested === undefined)
      ? ['either rules or notTested is needed']
      : []),
    ...(rules ?? []).filter((rule) => !ruleId.test(rule)).map((rule) => `${rule} is no rule's id`),
    ...(notTested !== undefined && (!reasons.includes(notTested) || !isText(sentence.why))
      ? [`notTested is one of ${reasons.join(', ')}, with why`]
      : []),
  ]
}

/** How much of the register rules judge. */
export interface CoverageCounts {
  readonly sentences: number
  readonly covered: number
  readonly notTested: Readonly<Record<Reason, number>>
}

export const sentencesOf = (register: readonly Source[]): readonly Sentence[] =>
  register.flatMap(({ sentences }) => sentences)

export const countSentences = (sentences: readonly Sentence[]): CoverageCounts => {
  const without = (reason: Reason) =>
    sentences.filter(({ notTested }) => notTested === reason).length
  return {
    sentences: sentences.length,
    covered: sentences.filter(({ rules }) => rules !== undefined).length,
    notTested: Object.fromEntries(reasons.map((reason) => [reason, without(reason)])) as Record<
      Reason,
      number
    >,
  }
}

/** The sentences that name each rule; a rule that none names is not in it. */
export const sentencesByRule = (
  register: readonly Source[],
): ReadonlyMap<RuleId, readonly Sentence[]> => {
  const byRule = new Map<RuleId, Sentence[]>()
  for (const sentence of sentencesOf(register)) {
    for (const rule of sentence.rules ?? []) {
      byRule.set(rule, [...(byRule.get(rule) ?? []), sentence])
    }
  }
  return byRule
}

/** `212 sentences: 150 covered, 62 not tested`. */
export const summaryOf = ({ sentences, covered }: CoverageCounts): string =>
  `${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}: ${covered} covered, ${sentences - covered} not tested`
