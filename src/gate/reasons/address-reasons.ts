import type { SideEvidence } from '../evidence.ts'
import { type Reason, reason, type Side } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** Why a report is of something else than it stands for. */
export const addressReasons = (
  side: Exclude<Side, 'pair'>,
  { environment, report, address }: SideEvidence,
): readonly Reason[] => {
  if (report === undefined) return []
  const { target } = report
  const again = runCommand(environment)
  const named =
    target.environment === environment
      ? []
      : [
          reason(
            'wrong-environment',
            side,
            `the report that stands for ${environment} is one of ${target.environment}`,
            again,
          ),
        ]
  if (address === undefined) {
    return [
      ...named,
      reason(
        'address-unknown',
        side,
        `nothing says where ${environment} is, so that its report may be of anything`,
        `name apiUrl and issuer under environments.${environment} in gate.policy.yaml`,
      ),
    ]
  }
  const wrong = (['apiUrl', 'issuer'] as const).filter((key) =>
    address === 'loopback' ? !isLoopback(target[key]) : !isSame(target[key], address[key]),
  )
  return [
    ...named,
    ...wrong.map((key) =>
      reason(
        'wrong-target',
        side,
        `the report of ${environment} is about ${key} ${target[key]}, and that of ${environment} is ` +
          (address === 'loopback' ? 'on this machine' : address[key]),
        `${again}, with the ${key === 'apiUrl' ? 'API_URL' : 'ISSUER'} of ${environment} as the registry has it`,
      ),
    ),
  ]
}

const isLoopback = (address: string): boolean =>
  URL.canParse(address) && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(address).hostname)

const isSame = (one: string, other: string): boolean => withoutSlash(one) === withoutSlash(other)
const withoutSlash = (address: string): string => address.replace(/\/$/, '')
