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

  constructor(options: ConformanceReporterOptions) {
    this.#options = options
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestModuleCollected(module: TestModule): void {
    this.#tests += [...module.children.allTests()].length
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.parent.type === 'module') this.#options.onSuite?.(suite.name)
  }

  onTestCaseResult(test: TestCase): void {
    this.#over += 1
    const { conformance } = test.meta()
    if (conformance === undefined) return
    this.#judged += conformance.observations.length
    this.#options.onJudged?.(this.#judged, this.#tests === 0 ? 0 : this.#over / this.#tests)
    const { target, ruleId, observations } = conformance
    for (const { where, verdict } of observations)
      this.#options.onObservation?.({ target, ruleId, where, verdict })
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: UnhandledErrors,
    reason: TestRunEndReason,
  ): Promise<void> {
    const run = this.#options.run()
    const reports = (await run?.finish(observationsIn(modules), this.#selection())) ?? []
    const interrupted = reason === 'interrupted'
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
const observationsIn = (modules: readonly TestModule[]): ObservationsByTarget => {
  const observations = new Map<string, RuleObservation[]>()
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { conformance } = test.meta()
      if (conformance === undefined) continue
      const { target, ruleId } = conformance
      const own = observations.get(target) ?? []
      for (const observation of conformance.observations)
        own.push({ ruleId: ruleId as RuleId, observation })
      observations.set(target, own)
    }
  }
  return observations
}

const brokenBy = (
  modules: readonly TestModule[],
  unhandled: UnhandledErrors,
): string | undefined => {
  const [error] = [...unhandled, ...modules.flatMap((module) => module.errors())]
  if (error !== undefined) return error.message ?? 'unknown'
  return modules.length === 0 ? 'no suite was run' : undefined
}
