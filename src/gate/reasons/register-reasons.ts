import { isProduction } from '../../config/address.ts'
import { restoreCommand } from '../../config/restore-command.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { type Reason, reason } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** That the run left the person's language changed. */
export const registerReasons = (
  { register, target }: ConformanceReport,
  environment: string,
): readonly Reason[] =>
  register.restored === false
    ? [
        reason(
          'register-not-restored',
          'to',
          `the language in ${environment} was not put back: found ${register.found ?? 'unset'}, left ${register.left ?? 'unknown'}`,
          `${restoreCommand(environment, isProduction(target.apiUrl, target.issuer))}, then ${runCommand(environment)}`,
        ),
      ]
    : []
