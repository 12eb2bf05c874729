import { test } from 'vitest'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { visibleLine, withoutCommands } from '../evidence/visible-text.ts'
import type { Observation } from '../report/model.ts'
import { findingName } from '../rules/finding-name.ts'
import type { Rule } from '../rules/rule.ts'
import { judge, obstacleIn } from './judgement.ts'
import type { Once } from './once.ts'
import type { World } from './world.ts'

/** What each test of the conformance run tells the reporter: from its declaration on, whatever becomes of it. */
export interface ConformanceMeta {
  readonly target: string
  readonly ruleId: string
  /** In the order in which the suite names them. */
  readonly places: readonly string[]
  /** One for each place; null where there is none yet. */
  readonly observations: (Observation | null)[]
}

declare module 'vitest' {
  interface TaskMeta {
    conformance?: ConformanceMeta
  }
}

/** The target deviates from a MUST rule. Its stack is the line of the suite that asked first. */
class NonConformanceError extends Error {
  override readonly name = 'NonConformanceError'
  readonly code = 'NON_CONFORMANCE'
}

/** Names a rule that holds on one piece of evidence. */
export type Conforms = <Subject>(
  rule: Rule<Subject>,
  evidence: Once<Subject>,
  options?: {
    readonly again?: () => Promise<Subject>
    /** At this place it is judged on whatever a full run comes to ask for, as a rule with `onWholeRun` is everywhere. */
    readonly ofWholeRun?: true
  },
) => void

/** What a suite asks of one target: each rule with the judgements it takes, place by place. */
export interface Judgements {
  /** `conforms` at one place: `kontaktinformasjon+digitalpost, application/jose`. */
  readonly at: (where: string) => Conforms
  /** Declares one vitest test for each rule, so that `-t` selects it everywhere. */
  readonly declare: () => void
}

interface RuleTest {
  readonly rule: Pick<Rule<never>, 'id' | 'title' | 'level'>
  readonly deviation: NonConformanceError
  readonly places: string[]
  readonly judgements: (() => Promise<Observation>)[]
}

/** Gathers what a suite asks of a target; what comes last is no part of what a rule judges on a whole run. */
export const judgementsOf = (world: World, comesLast = false): Judgements => {
  const tests = new Map<string, RuleTest>()
  return {
    at:
      (where) =>
      (rule, evidence, { again, ofWholeRun = rule.onWholeRun } = {}) => {
        const { only } = world.target
        if (only !== undefined && only !== findingName(rule.id, where)) {
          if (!comesLast && !ofWholeRun) world.unasked.push(evidence)
          return
        }
        const { places, judgements } = tests.get(rule.id) ?? begin(tests, rule)
        places.push(where)
        const { masker, clockTrouble } = world
        const { production } = world.target.environment
        judgements.push(() => {
          const context = { where, masker, again, clockTrouble, production }
          const take = () => judge(rule, evidence, context)
          return only !== undefined && ofWholeRun ? onWholeRun(world, take) : take()
        })
      },
    declare: () => {
      // vitest takes a suite without a test for a mistake.
      if (tests.size === 0) test.skip('nothing of it is asked for')
      for (const ruleTest of tests.values()) declareTest(world, ruleTest)
    },
  }
}

/** A judgement on all that a full run asks for: all of it is gathered for that, and nothing else of it is judged. */
const onWholeRun = async (
  { unasked, target, masker }: World,
  take: () => Promise<Observation>,
): Promise<Observation> => {
  const gathering = Promise.allSettled(unasked.map((gather) => gather()))
  const observation = await take()
  const { writeRefusal } = target.environment
  const lacking = [
    ...(writeRefusal === undefined
      ? []
      : [new EvidenceUnavailableError(`no write: ${writeRefusal}`)]),
    ...(await gathering).flatMap((outcome) =>
      outcome.status === 'rejected' ? troubleIn(outcome.reason) : [],
    ),
  ]
  const [first] = lacking
  if (observation.verdict !== 'passed' || first === undefined) return observation
  const reason = `it is judged on all that a full run asks for, and not all could be: ${first.message}`
  return {
    ...observation,
    verdict: 'inconclusive',
    reason: masker.text(reason),
    ...obstacleIn(first, masker),
  }
}

/** What a rule left out or found not to apply is no trouble: a full run has no more of it. */
const troubleIn = (error: unknown): readonly EvidenceUnavailableError[] => {
  if (!(error instanceof EvidenceUnavailableError))
    return [new EvidenceUnavailableError(String(error))]
  return error.verdict === 'inconclusive' ? [error] : []
}

const begin = (tests: Map<string, RuleTest>, { id, title, level }: RuleTest['rule']): RuleTest => {
  const deviation = new NonConformanceError(`${id} ${title}`)
  if (!hasSources) deviation.stack = ''
  const begun = { rule: { id, title, level }, deviation, places: [], judgements: [] }
  tests.set(id, begun)
  return begun
}

const declareTest = (world: World, { rule, deviation, places, judgements }: RuleTest): void => {
  const conformance: ConformanceMeta = {
    target: world.target.environment.name,
    ruleId: rule.id,
    places,
    observations: places.map(() => null),
  }
  test(`${rule.id} ${rule.title}`, { meta: { conformance } }, async ({ task, skip }) => {
    const observations = await Promise.all(
      judgements.map(async (take, at) => {
        const observation = await take()
        // Of a test that is ended meanwhile, by whatever, the places that were judged are told.
        const { conformance: told } = task.meta
        if (told !== undefined) told.observations[at] = observation
        return observation
      }),
    )
    const trouble = observations.flatMap((observation) => troubleOf(observation, rule.level))
    if (trouble.length > 0) {
      // vitest prints it as it is.
      deviation.message = [`${rule.id} ${rule.title}`, ...trouble]
        .map((line) => withoutCommands(visibleLine(line)))
        .join('\n')
      throw deviation
    }
    if (observations.every(({ verdict }) => leftOut.has(verdict)))
      skip(observations[0]?.reason ?? '')
  })
}

/** Bundled, a stack leads nowhere, and vitest would read a file for each of its lines. */
const hasSources = import.meta.url.endsWith('.ts')

const leftOut: ReadonlySet<string> = new Set(['not-applicable', 'not-exercised'])

/** Why vitest shows the test as failed; a warning is no failure. */
const troubleOf = (observation: Observation, own: Observation['level']): readonly string[] => {
  const { where, verdict, findings, reason = '', level = own } = observation
  if (verdict === 'inconclusive' || verdict === 'errored')
    return [`  ${where}: ${verdict}: ${reason}`]
  if (verdict !== 'failed' || level !== 'MUST') return []
  return findings.map(
    ({ at, expected, actual }) => `  ${where}: ${at}: expected ${expected}, received ${actual}`,
  )
}
