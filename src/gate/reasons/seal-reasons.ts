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
  const { problems = [{ code: 'no-seal', path: 'manifest.json' }], manifest } = verification ?? {}
  const changed = problems.filter(({ code }) => code !== 'no-seal' && code !== 'other-key')
  if (problems.some(({ code }) => code === 'no-seal')) {
    return [reason('not-sealed', side, `nothing seals the report of ${environment}`, again)]
  }
  if (changed.length > 0) {
    const files = [...new Set(changed.map(({ path }) => path))].join(', ')
    return [
      reason(
        'report-tampered',
        side,
        `the report of ${environment} is not as it was sealed: ${files}`,
        `find out who changed it, then ${again}`,
      ),
    ]
  }
  if (problems.length > 0 || (manifest && !isTrusted(manifest.thumbprint, policy.keys))) {
    if (policy.signature === 'required' && manifest?.signedBy === 'ephemeral key') {
      return [ephemeralKey(side, environment)]
    }
    return policy.signature === 'required' || policy.keys.length > 0 || problems.length > 0
      ? [
          reason(
            'other-key',
            side,
            `another key than the expected one signed the report of ${environment}: ${manifest?.thumbprint}`,
            `${again} with the KRR_SIGNING_JWK that the policy expects, or name the key under keys`,
          ),
        ]
      : []
  }
  return policy.signature === 'required' && manifest?.signedBy === 'ephemeral key'
    ? [ephemeralKey(side, environment)]
    : []
}

/** Without keys in the policy the setting's own is the expected one, and the verification has looked at it. */
const isTrusted = (thumbprint: string, keys: readonly string[]): boolean =>
  keys.length === 0 || keys.includes(thumbprint)

const ephemeralKey = (side: Exclude<Side, 'pair'>, environment: string): Reason =>
  reason(
    'ephemeral-key',
    side,
    `a key made for the run signed the report of ${environment}: whoever can write the folder can seal it anew`,
    `set KRR_SIGNING_JWK, then ${runCommand(environment)}; or accept it with signature: sealed in gate.policy.yaml`,
  )
