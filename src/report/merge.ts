import { ConfigurationError } from '../config/configuration-error.ts'
import { levels } from './counts.ts'
import { flakesOf } from './flakes.ts'
import type {
  ConformanceReport,
  Observation,
  RecordedExchange,
  RegisterReport,
  RuleResult,
} from './model.ts'
import { environmentVerdict, ruleVerdict } from './verdict.ts'

/**
 * Reports of several machines, one for each environment: parts of a run, or runs with other test users, are put
 * together. It is full only if together they judged every rule.
 * @throws ConfigurationError where two of them contradict each other
 */
export const mergeReports = (
  reports: readonly ConformanceReport[],
): readonly ConformanceReport[] => {
  const byEnvironment = new Map<string, ConformanceReport[]>()
  for (const report of reports) {
    const own = byEnvironment.get(report.target.environment) ?? []
    byEnvironment.set(report.target.environment, [...own, report])
  }
  return [...byEnvironment.values()].flatMap((own) => {
    const [first, ...others] = own.toSorted((one, other) =>
      one.run.startedAt < other.run.startedAt ? -1 : 1,
    )
    if (first === undefined) return []
    return others.length === 0 ? [first] : [merged([first, ...others])]
  })
}

type Parts = readonly [first: ConformanceReport, ...others: ConformanceReport[]]

const merged = (parts: Parts): ConformanceReport => {
  const [first] = parts
  const contradictions = [...facts(parts), ...judgements(parts)]
  if (contradictions.length > 0) {
    const { environment } = first.target
    const [one = '', ...more] = contradictions.map(
      (what) => `${environment} cannot be merged: ${what}`,
    )
    throw new ConfigurationError([one, ...more])
  }
  const renamed = parts.map(renumbered)
  const observations = new Map(
    first.rules.map(({ id }) => [id, united(renamed.flatMap((part) => observationsOf(part, id)))]),
  )
  const isInterrupted = parts.some(({ run }) => run.interrupted === true)
  const isFull =
    !isInterrupted && first.rules.every(({ id }) => (observations.get(id)?.length ?? 0) > 0)
  const selection = isFull ? 'full' : 'partial'
  const rules = first.rules.map((rule): RuleResult => {
    const own = observations.get(rule.id) ?? []
    const verdict = ruleVerdict(own, isInterrupted ? 'interrupted' : selection)
    return { ...rule, level: levelOf(parts, rule, verdict.verdict), ...verdict, observations: own }
  })
  const sum = (of: (run: ConformanceReport['run']) => number) =>
    parts.reduce((total, { run }) => total + of(run), 0)
  const finishedAt =
    parts
      .map(({ run }) => run.finishedAt)
      .toSorted()
      .at(-1) ?? ''
  const mayWrite = parts.some(({ run }) => run.mayWrite === true)
  const exchanges = renamed.flatMap((part) => part.exchanges)
  const { interrupted: _, ...run } = first.run
  const { known: __, ...rest } = first
  return {
    ...rest,
    verdict: environmentVerdict({ rules, run: { selection, mayWrite } }),
    run: {
      ...run,
      ...(mayWrite ? { mayWrite } : {}),
      id: `${first.run.id.slice(0, 150)}-merged-${parts.length}`,
      finishedAt,
      durationMs: Date.parse(finishedAt) - Date.parse(first.run.startedAt),
      selection,
      ...(isInterrupted ? { interrupted: true as const } : {}),
      requests: sum(({ requests }) => requests),
      logins: sum(({ logins }) => logins),
    },
    register: registerOf(parts),
    trouble: [...new Set(parts.flatMap(({ trouble }) => trouble))],
    rules,
    ...(first.picture === undefined ? {} : { picture: pictureOf(renamed) }),
    ...(first.expiries === undefined ? {} : { expiries: expiriesOf(parts) }),
    ...(first.flakes === undefined ? {} : { flakes: flakesOf(exchanges) }),
    exchanges,
  }
}

/** Each way to ask once, from the first that asked so. */
const pictureOf = (
  parts: readonly ConformanceReport[],
): NonNullable<ConformanceReport['picture']> =>
  distinct(
    parts.flatMap(({ picture = [] }) => picture),
    ({ scopes, representation }) => [scopes, representation],
  )

const expiriesOf = (parts: Parts): NonNullable<ConformanceReport['expiries']> =>
  distinct(
    parts.flatMap(({ expiries = [] }) => expiries),
    (expiry) => expiry,
  )

const distinct = <Item>(items: readonly Item[], of: (item: Item) => unknown): readonly Item[] =>
  [
    ...new Map(items.toReversed().map((item) => [JSON.stringify(of(item)), item])).values(),
  ].toReversed()

/** What must be the same in all: what was judged, and by what. */
const facts = (parts: Parts): readonly string[] => {
  const same = (what: string, of: (report: ConformanceReport) => unknown) => {
    const values = [...new Set(parts.map((part) => String(of(part))))]
    return values.length === 1 ? [] : [`${what} is ${values.join(' and ')}`]
  }
  return [
    ...same('the address of the API', ({ target }) => target.apiUrl),
    ...same('the issuer', ({ target }) => target.issuer),
    ...same('the contract', ({ contract }) => contract.sha256),
    ...same('the set of rules', ({ run }) => run.ruleSet),
    ...same('the harness', ({ run }) => run.harnessVersion),
    ...(new Set(parts.map(({ rules }) => rules.map(({ id }) => id).join())).size === 1
      ? []
      : ['they judge other rules']),
    ...(new Set(parts.map(({ run }) => run.id)).size === parts.length
      ? []
      : ['the same run is named twice']),
  ]
}

/** One place where a rule passed in one of them and failed in another. */
const judgements = (parts: Parts): readonly string[] => {
  const verdicts = new Map<string, Set<string>>()
  for (const { rules } of parts) {
    for (const { id, observations } of rules) {
      for (const { where, verdict } of observations) {
        if (verdict !== 'passed' && verdict !== 'failed') continue
        const place = `${id} at ${where}`
        verdicts.set(place, (verdicts.get(place) ?? new Set()).add(verdict))
      }
    }
  }
  return [...verdicts]
    .filter(([, own]) => own.size > 1)
    .map(([place]) => `${place} passed in one and failed in another`)
}

/** Each exchange under an id of its own: `x-017` of the second report is `x-2-017`. */
const renumbered = (report: ConformanceReport, index: number): ConformanceReport => {
  const rename = (id: string): string => id.replace(/^x-/, `x-${index + 1}-`)
  return {
    ...report,
    rules: report.rules.map((rule) => ({
      ...rule,
      observations: rule.observations.map((own) => ({
        ...own,
        evidence: own.evidence.map(rename),
      })),
    })),
    ...(report.picture === undefined
      ? {}
      : {
          picture: report.picture.map((cell) => ({ ...cell, exchange: rename(cell.exchange) })),
        }),
    exchanges: report.exchanges.map(
      (exchange): RecordedExchange => ({ ...exchange, id: rename(exchange.id) }),
    ),
  }
}

const observationsOf = ({ rules }: ConformanceReport, id: string): readonly Observation[] =>
  rules.find((rule) => rule.id === id)?.observations ?? []

/** Where one of them judged, what another one left out there is left out; what went wrong stays. */
const united = (observations: readonly Observation[]): readonly Observation[] => {
  const isLeftOut = ({ verdict }: Observation) =>
    verdict === 'not-applicable' || verdict === 'not-exercised'
  const kept = new Map<string, Observation>()
  const judged = new Set(observations.filter((own) => !isLeftOut(own)).map(({ where }) => where))
  for (const own of observations) {
    if (isLeftOut(own) && judged.has(own.where)) continue
    const key = JSON.stringify([own.where, own.verdict, own.findings, own.reason])
    if (!kept.has(key)) kept.set(key, own)
  }
  return [...kept.values()]
}

/** The strictest level at which one of them reached the verdict. */
const levelOf = (
  parts: Parts,
  { id, level }: RuleResult,
  verdict: RuleResult['verdict'],
): RuleResult['level'] => {
  const own = parts.flatMap(({ rules }) =>
    rules.filter((rule) => rule.id === id && rule.verdict === verdict),
  )
  return levels.find((one) => own.some((rule) => rule.level === one)) ?? level
}

/** The worst of them: a language that one left changed was not put back. */
const registerOf = (parts: Parts): RegisterReport => {
  const registers = parts.map(({ register }) => register)
  return (
    registers.find(({ restored }) => restored === false) ??
    registers.find(({ restored }) => restored === true) ??
    parts[0].register
  )
}
