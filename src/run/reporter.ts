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
import type { EnvironmentFailure } from './environment-failure.ts'
import type { RuleObservation } from './environment-report.ts'

/** How a run ended. */
export interface RunEnd {
  readonly reports: readonly ConformanceReport[]
  /** The environments without a report, and why. */
  readonly failures: readonly EnvironmentFailure[]
  /** Why the harness broke, in words; undefined where it did not. */
  readonly broken: string | undefined
  /** Whether a signal ended it before everything was judged. */
  readonly interrupted: boolean
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

  constructor(options: ConformanceReporterOptions) {
    this.#options = options
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestModuleCollected(module: TestModule): void {
    const tests = [...module.children.allTests()]
    this.#tests += tests.length
    for (const { id, options } of tests) if (options.mode === 'run') this.#asked.add(id)
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
    }
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: UnhandledErrors,
    reason: TestRunEndReason,
  ): Promise<void> {
    const run = this.#options.run()
    const tests = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter(({ id }) => this.#asked.has(id))
    const interrupted = reason === 'interrupted'
    const why = interrupted ? 'the run was interrupted' : undefined
    const observations = observationsIn(tests, lostFor(why))
    const reports = (await run?.finish(observations, this.#selection())) ?? []
    const broken = run?.broken ?? brokenBy(modules, unhandled)
    const failures = run?.failures ?? []
    await this.#options.onEnd({ reports, failures, broken, interrupted })
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
): string | undefined => {
  const [error] = [...unhandled, ...modules.flatMap((module) => module.errors())]
  if (error !== undefined) return error.message ?? 'unknown'
  return modules.length === 0 ? 'no suite was run' : undefined
}
