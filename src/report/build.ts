import { citationsOf } from '../rules/citations.ts'
import { findingName } from '../rules/finding-name.ts'
import { type Area, areas, type Level, type RuleHeader, type RuleId } from '../rules/rule.ts'
import { boundedExchange, boundedLines, boundedObservation, boundedText } from './bounded.ts'
import { levels } from './counts.ts'
import { diagnose } from './diagnosis.ts'
import { flakesOf } from './flakes.ts'
import type {
  ConformanceReport,
  Expiry,
  FailedBefore,
  Observation,
  PictureCell,
  RecordedExchange,
  RegisterReport,
  RuleResult,
} from './model.ts'
import { pictureOf, signingExpiries } from './picture.ts'
import { settleUnsteady } from './unsteady.ts'
import { environmentVerdict, ruleVerdict } from './verdict.ts'

/** What a run knows of one environment when it is over. Everything is masked by now. */
export interface ReportInput {
  readonly target: ConformanceReport['target']
  readonly run: ConformanceReport['run']
  readonly contract: ConformanceReport['contract']
  readonly harness?: ConformanceReport['harness']
  readonly register: RegisterReport
  /** What could not be judged or begun, one line each: the likely cause first. */
  readonly trouble: readonly string[]
  readonly flakesBefore?: ConformanceReport['flakesBefore']
  readonly failedBefore?: ConformanceReport['failedBefore']
  /** The whole catalogue, in its order. */
  readonly rules: readonly RuleHeader[]
  /** In the order in which the suites declare them. */
  readonly observations: readonly { readonly ruleId: RuleId; readonly observation: Observation }[]
  readonly picture?: readonly PictureCell[]
  /** Ids of the exchanges in which the environment's OpenAPI document came. */
  readonly documents?: ReadonlySet<string>
  /** Certificates that signed are found in the exchanges. */
  readonly expiries?: readonly Expiry[]
  readonly exchanges: readonly RecordedExchange[]
}

/** A suite judged a rule that the catalogue does not list: its result would be lost. */
export class UncataloguedRuleError extends Error {
  override readonly name = 'UncataloguedRuleError'
  readonly code = 'UNCATALOGUED_RULE'
  readonly ruleId: RuleId

  constructor(ruleId: RuleId) {
    super(`${ruleId} was judged but is not in the catalogue (src/rules/index.ts)`)
    this.ruleId = ruleId
  }
}

/**
 * The report of one environment: every rule of the catalogue with its verdict, judged or not.
 * @throws UncataloguedRuleError
 */
export const buildReport = (input: ReportInput): ConformanceReport => {
  const { target, run, contract, harness, register, trouble, flakesBefore } = input
  const observed = new Map<RuleId, Observation[]>(input.rules.map(({ id }) => [id, []]))
  for (const { ruleId, observation } of settleUnsteady(input.observations)) {
    const own = observed.get(ruleId)
    if (own === undefined) throw new UncataloguedRuleError(ruleId)
    own.push(boundedObservation(observation))
  }
  const rules = input.rules.map((header) =>
    ruleResult(
      header,
      observed.get(header.id) ?? [],
      run.interrupted ? 'interrupted' : run.selection,
    ),
  )
  const exchanges = input.exchanges
    .map(boundedExchange)
    .toSorted((one, other) => byNumber.compare(one.id, other.id))
    .map(
      (own): RecordedExchange =>
        input.documents?.has(own.id) === true ? { ...own, publishes: true } : own,
    )
  return {
    schemaVersion: 1,
    verdict: environmentVerdict({ rules, run }),
    target,
    run,
    contract,
    ...(harness === undefined ? {} : { harness }),
    register: {
      ...register,
      ...(register.trouble === undefined ? {} : { trouble: boundedText(register.trouble) }),
    },
    trouble: boundedLines([...diagnose({ target, rules, exchanges }), ...trouble]),
    flakes: flakesOf(exchanges),
    ...(flakesBefore === undefined ? {} : { flakesBefore }),
    ...(input.failedBefore === undefined
      ? {}
      : { failedBefore: ofThoseThatFail(rules, input.failedBefore) }),
    rules,
    picture: pictureOf(input.picture ?? []),
    expiries: [...signingExpiries(input.exchanges), ...(input.expiries ?? [])],
    exchanges,
  }
}

const ofThoseThatFail = (rules: readonly RuleResult[], before: FailedBefore): FailedBefore => {
  const failing = new Set<string>(
    rules.flatMap(({ id, verdict }) => (verdict === 'failed' ? [id] : [])),
  )
  return { ...before, rules: before.rules.filter(({ id }) => failing.has(id)) }
}

const byNumber = new Intl.Collator('en', { numeric: true })

const ruleResult = (
  header: RuleHeader,
  observations: readonly Observation[],
  selection: Parameters<typeof ruleVerdict>[1],
): RuleResult => {
  const verdict = ruleVerdict(observations, selection)
  return {
    id: header.id,
    area: areaOf(header.id),
    title: header.title,
    level: levelOf(header, verdict.verdict, observations),
    basis: header.basis,
    citations: citationsOf(header),
    ...verdict,
    observations: observations.map((own) =>
      own.verdict === 'failed' ? { ...own, name: findingName(header.id, own.where) } : own,
    ),
  }
}

/**
 * The strictest level at which the verdict was reached. A deviation on evidence that carries a warning only is
 * a warning, and is counted as no more anywhere.
 */
const levelOf = (
  { level }: RuleHeader,
  verdict: RuleResult['verdict'],
  observations: readonly Observation[],
): Level => {
  const reached = observations.filter((own) => own.verdict === verdict)
  return levels.find((own) => reached.some((one) => (one.level ?? level) === own)) ?? level
}

const areaOf = (id: RuleId): Area => {
  const area = areas.find((candidate) => id.startsWith(`KRR-${candidate}-`))
  if (area === undefined) throw new UncataloguedRuleError(id)
  return area
}
