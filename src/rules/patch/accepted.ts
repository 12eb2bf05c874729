import type { LanguageChange } from '../../evidence/refusal.ts'

/** Why a rule on what a change brought does not apply, or undefined where the change was accepted. */
export const unlessAccepted = ({ exchange }: LanguageChange): string | undefined => {
  const { status } = exchange.response
  return status >= 200 && status <= 299 ? undefined : 'the change was not accepted (KRR-PATCH-001)'
}
