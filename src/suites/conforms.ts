import { test } from 'vitest'
import type { Observation } from '../report/model.ts'
import type { Rule } from '../rules/rule.ts'
import { judge } from './judgement.ts'
import type { Once } from './once.ts'
import type { World } from './world.ts'

/** What each test of the conformance run tells the reporter. */
export interface ConformanceMeta {
  readonly target: string
  readonly ruleId: string
  readonly observation: Observation
}

declare module 'vitest' {
  interface TaskMeta {
    conformance?: ConformanceMeta
  }
}

/** The target deviates from a MUST rule. Its stack is the line of the suite that asked. */
class NonConformanceError extends Error {
  override readonly name = 'NonConformanceError'
  readonly code = 'NON_CONFORMANCE'
}

/** Declares the test of one rule on one piece of evidence; vitest shows the suite's own line. */
export type Conforms = <Subject>(
  rule: Rule<Subject>,
  evidence: Once<Subject>,
  options?: { readonly again?: () => Promise<Subject> },
) => void

/** `conforms` for one target at one place: `kontaktinformasjon+digitalpost, application/jose`. */
export const conformsIn =
  (world: World, where: string): Conforms =>
  (rule, evidence, { again } = {}) => {
    const deviation = new NonConformanceError(`${rule.id} ${rule.title}`)
    Error.captureStackTrace?.(deviation)
    test(`${rule.id} ${rule.title}`, timeoutIn(world), async ({ task, skip }) => {
      const observation = await judge(rule, evidence, {
        where,
        masker: world.masker,
        again,
        clockTrouble: world.clockTrouble,
      })
      task.meta.conformance = {
        target: world.target.environment.name,
        ruleId: rule.id,
        observation,
      }
      const { verdict, findings, reason = '', level = rule.level } = observation
      if (verdict === 'not-applicable' || verdict === 'not-exercised') skip(reason)
      if (verdict === 'inconclusive' || verdict === 'errored') {
        deviation.message = `${rule.id} ${verdict}: ${reason}`
        throw deviation
      }
      if (verdict === 'failed' && level === 'MUST') {
        deviation.message = [
          `${rule.id} ${rule.title}`,
          ...findings.map(
            ({ at, expected, actual }) => `  ${at}: expected ${expected}, received ${actual}`,
          ),
        ].join('\n')
        throw deviation
      }
    })
  }

/** Longer than the usual one where the run may wait for a token to expire. */
const timeoutIn = ({ target }: World): { readonly timeout?: number } => {
  const { expiryWaitSeconds } = target.environment
  return expiryWaitSeconds === 0 ? {} : { timeout: usualTimeoutMs + expiryWaitSeconds * 1_000 }
}

/** `testTimeout` of the suites' configuration. */
const usualTimeoutMs = 120_000
