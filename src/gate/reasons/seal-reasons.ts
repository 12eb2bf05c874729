import type { GateInput, SideEvidence } from '../evidence.ts'
import { type Reason, reason, type Side } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** Why nobody can tell that a report is as its run wrote it. */
export const sealReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, verification }: SideEvidence,
  { policy }: GateInput,
): readonly Reason[] => {
  if (policy.signature === 'not-required') return []
  const again = runCommand(environment)
  const { problems = [{ code: 'no-seal', path: 'manifest.json' }] } = verification ?? {}
  if (verification === undefined || problems.some(({ code }) => code === 'no-seal')) {
    return [reason('not-sealed', side, `nothing seals the report of ${environment}`, again)]
  }
  if (!verification.isWhole) {
    const files = [...new Set(problems.map(({ path }) => path))].join(', ')
    return [
      reason(
        'report-tampered',
        side,
        `the report of ${environment} is not as it was sealed: ${files}`,
        `find out who changed it, then ${again}`,
      ),
    ]
  }
  const { key, thumbprint, manifest } = verification
  const isEphemeral = manifest?.signedBy === 'ephemeral key'
  if (key === 'expected') return []
  if (policy.signature === 'required' && isEphemeral) return [ephemeralKey(side, environment)]
  if (key === 'other') {
    return [
      reason(
        'other-key',
        side,
        `another key than the expected one signed the report of ${environment}: ${thumbprint}`,
        `${again} with the KRR_SIGNING_JWK that the policy expects, or name the key under keys`,
      ),
    ]
  }
  return policy.signature === 'required'
    ? [
        reason(
          'unknown-key',
          side,
          `nothing says whose key must have signed the report of ${environment}: ${thumbprint} did`,
          'set KRR_SIGNING_JWK here too, or name the key under keys in gate.policy.yaml',
        ),
      ]
    : []
}

const ephemeralKey = (side: Exclude<Side, 'pair'>, environment: string): Reason =>
  reason(
    'ephemeral-key',
    side,
    `a key made for the run signed the report of ${environment}: whoever can write the folder can seal it anew`,
    `set KRR_SIGNING_JWK, then ${runCommand(environment)}; or accept it with signature: sealed in gate.policy.yaml`,
  )
