import type {
  Reporter,
  TestCase,
  TestModule,
  TestRunEndReason,
  TestSuite,
  Vitest,
} from 'vitest/node'
import type { ConformanceReport, Observation } from '../report/model.ts'
import type { RuleId } from '../rules/rule.ts'
import type { ConformanceRun, ObservationsByTarget } from './conformance-run.ts'
import { type Ending, endingWords } from './ending.ts'
import type { EnvironmentFailure, RuleObservation } from './environment-report.ts'
import { type DeclaredPlace, tellSupervisor } from './supervised.ts'

/** How a run ended. */
export interface RunEnd {
  readonly reports: readonly ConformanceReport[]
  /** The environments without a report, and why. */
  readonly failures: readonly EnvironmentFailure[]
  /** Why the harness broke, in words; undefined where it did not. */
  readonly broken: string | undefined
  /** Why it ended before everything was judged; undefined where it did not. */
  readonly ending: Ending | undefined
}

/** A judgement without its findings: those are shown only once they have been swept for secrets. */
export interface Judgement {
  readonly target: string
  readonly ruleId: string
  readonly where: string
  readonly verdict: Observation['verdict']
}

export interface ConformanceReporterOptions {
  /** The run that the tests belong to; undefined where none could be prepared. */
  readonly run: () => ConformanceRun | undefined
  /** Whether only some rules were selected; without it vitest is asked, which says it to plain runs alone. */
  readonly selection?: () => 'full' | 'partial'
  readonly onSuite?: (title: string) => void
  readonly onJudged?: (judgements: number, share: number) => void
  /** Hears of each judgement as it comes: what was judged where, and how. */
  readonly onObservation?: (judgement: Judgement) => void
  readonly onEnd: (end: RunEnd) => Promise<void>
}

type UnhandledErrors = readonly { readonly message?: string }[]

/** The vitest adapter: collects what the tests observed and hands it to the run. It judges nothing. */
export class ConformanceReporter implements Reporter {
  readonly #options: ConformanceReporterOptions
  #vitest: Vitest | undefined
  #judged = 0
  /** Tests of the run, and how many of them are over. */
  #tests = 0
  #over = 0
  /** The tests that are to be run, by their ids: not those that `-t` leaves out. */
  readonly #asked = new Set<string>()
  #ended: Promise<void> | undefined

  constructor(options: ConformanceReporterOptions) {
    this.#options = options
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunStart(): void {
    this.#ended = undefined
    this.#asked.clear()
  }

  onTestModuleCollected(module: TestModule): void {
    const tests = [...module.children.allTests()]
    this.#tests += tests.length
    const asked = tests.filter(({ options }) => options.mode === 'run')
    for (const { id } of asked) this.#asked.add(id)
    const places = asked.flatMap((test) => placesOf(test))
    tellSupervisor({ kind: 'places', places })
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.parent.type === 'module') this.#options.onSuite?.(suite.name)
  }

  onTestCaseResult(test: TestCase): void {
    this.#over += 1
    if (!this.#asked.has(test.id)) return
    const own = observationsOf(test, lostFor(undefined))
    this.#judged += own.length
    this.#options.onJudged?.(this.#judged, this.#tests === 0 ? 0 : this.#over / this.#tests)
    for (const { target, ruleId, observation } of own) {
      const { where, verdict } = observation
      this.#options.onObservation?.({ target, ruleId, where, verdict })
      tellSupervisor({ kind: 'judged', place: { target, ruleId, where }, verdict })
    }
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: UnhandledErrors,
    reason: TestRunEndReason,
  ): Promise<void> {
    this.#ended ??= this.#end(modules, unhandled, reason === 'interrupted')
    return this.#ended
  }

  /** Ends a run whose tests do not end: with what is known of them. */
  endNow(modules: readonly TestModule[]): Promise<void> {
    this.#ended ??= this.#end(modules, [], true)
    return this.#ended
  }

  async #end(
    modules: readonly TestModule[],
    unhandled: UnhandledErrors,
    isCancelled: boolean,
  ): Promise<void> {
    const run = this.#options.run()
    const ending: Ending | undefined =
      run?.ending ?? (isCancelled ? { kind: 'signal', signal: 'SIGINT' } : undefined)
    const tests = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter(({ id }) => this.#asked.has(id))
    const why = ending === undefined ? undefined : endingWords(ending)
    const observations = observationsIn(tests, lostFor(why))
    const selection = ending === undefined ? this.#selection() : 'partial'
    const reports = (await run?.finish(observations, selection)) ?? []
    const broken = ending?.kind === 'broken' ? ending.what : brokenBy(modules, unhandled, ending)
    const failures = run?.failures ?? []
    await this.#options.onEnd({ reports, failures, broken, ending })
  }

  #selection(): 'full' | 'partial' {
    if (this.#options.selection !== undefined) return this.#options.selection()
    const pattern = this.#vitest?.getGlobalTestNamePattern()
    return pattern === undefined ? 'full' : 'partial'
  }
}

/** By target and in the order in which the suites declare them, whatever the order in which they ended. */
const observationsIn = (
  tests: readonly TestCase[],
  lost: (where: string) => Observation,
): ObservationsByTarget => {
  const observations = new Map<string, RuleObservation[]>()
  for (const { target, ...own } of tests.flatMap((test) => observationsOf(test, lost)))
    observations.set(target, [...(observations.get(target) ?? []), own])
  return observations
}

const placesOf = (test: TestCase): readonly DeclaredPlace[] => {
  const { conformance } = test.meta()
  if (conformance === undefined) return []
  const { target, ruleId, places } = conformance
  return places.map((where) => ({ target, ruleId, where }))
}

/** One for each place that was declared: none is lost, whatever ended the test. */
const observationsOf = (
  test: TestCase,
  lost: (where: string) => Observation,
): readonly (RuleObservation & { readonly target: string })[] => {
  const { conformance } = test.meta()
  if (conformance === undefined) return []
  const { target, ruleId, places, observations } = conformance
  return places.map((where, at) => ({
    target,
    ruleId: ruleId as RuleId,
    observation: observations[at] ?? lost(where),
  }))
}

/** What is said of a place that nothing came of, before the run ended for this reason. */
const lostFor =
  (why: string | undefined) =>
  (where: string): Observation => ({
    where,
    verdict: 'inconclusive',
    reason: `it was begun, and nothing came of it${why === undefined ? '' : `: ${why}`}`,
    findings: [],
    evidence: [],
  })

const brokenBy = (
  modules: readonly TestModule[],
  unhandled: UnhandledErrors,
  ending: Ending | undefined,
): string | undefined => {
  const [error] = [...unhandled, ...modules.flatMap((module) => module.errors())]
  if (error !== undefined) return error.message ?? 'unknown'
  return modules.length === 0 && ending === undefined ? 'no suite was run' : undefined
}
