import { createHash } from 'node:crypto'
import type { RuleId } from '../rules/rule.ts'
import type { ConformanceReport, ReportedFinding, RuleResult } from './model.ts'
import { addressesOf, normalisePlace, normaliseWords } from './normalise.ts'
import { rulesWith } from './verdict.ts'

/** Names what a rule saw at a place, the same in every run of an unchanged server: `f-3f9a0c5512d07e41`. */
export type Fingerprint = `f-${string}`

/** A deviation with what names it. */
export interface FingerprintedFinding {
  readonly rule: RuleId
  readonly where: string
  readonly finding: ReportedFinding
  readonly fingerprint: Fingerprint
}

/**
 * The digest of rule, place, and what was expected and received there, without what differs between two runs:
 * pseudonyms, ids, times, addresses, measured figures.
 */
export const fingerprintOf = (
  rule: RuleId,
  where: string,
  { at, expected, actual }: ReportedFinding,
  target: Pick<ConformanceReport['target'], 'apiUrl' | 'issuer'>,
): Fingerprint => {
  const addresses = addressesOf(target)
  const words = [at, expected, actual].map((text) => normaliseWords(text, addresses))
  const said = JSON.stringify([rule, normalisePlace(where), ...words])
  return `f-${createHash('sha256').update(said).digest('hex').slice(0, 16)}`
}

/** Every deviation of these rules that makes an environment deviate, each fingerprint once. */
export const failingFindings = (
  { target, rules }: Pick<ConformanceReport, 'target' | 'rules'>,
  failing: readonly RuleResult[] = rulesWith(rules, 'MUST', 'failed'),
): readonly FingerprintedFinding[] => {
  const found = failing.flatMap(({ id, level, observations }) =>
    observations
      .filter((own) => own.verdict === 'failed' && (own.level ?? level) === level)
      .flatMap(({ where, findings }) =>
        (findings.length === 0 ? [unsaid] : findings).map((finding) => ({
          rule: id,
          where,
          finding,
          fingerprint: fingerprintOf(id, where, finding, target),
        })),
      ),
  )
  return [...new Map(found.map((own) => [own.fingerprint, own])).values()]
}

const unsaid: ReportedFinding = { at: '', expected: '', actual: '' }
