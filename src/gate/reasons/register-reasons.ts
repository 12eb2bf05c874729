import type { ConformanceReport } from '../../report/model.ts'
import { type Reason, reason } from '../reason.ts'
import { runCommand } from './run-command.ts'

/** That the run left the person's language changed. */
export const registerReasons = (
  { register }: ConformanceReport,
  environment: string,
): readonly Reason[] =>
  register.restored === false
    ? [
        reason(
          'register-not-restored',
          'to',
          `the language in ${environment} was not put back: found ${register.found ?? 'unset'}, left ${register.left ?? 'unknown'}`,
          `npm run krr -- restore --env ${environment}, then ${runCommand(environment)}`,
        ),
      ]
    : []
