import type { LanguageChange } from '../../evidence/refusal.ts'
import { isSuccess } from '../statuses.ts'

/** Why a rule on what a change brought does not apply, or undefined where the change was accepted. */
export const unlessAccepted = ({ exchange }: LanguageChange): string | undefined => {
  return isSuccess(exchange.response.status)
    ? undefined
    : 'the change was not accepted (KRR-PATCH-001)'
}
