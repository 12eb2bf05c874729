import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'

/** What was gathered, or in words why it was not. */
export const outcomeOf = async <Value>(
  gathering: Promise<Value>,
): Promise<{ readonly value: Value } | { readonly trouble: string }> => {
  try {
    return { value: await gathering }
  } catch (error) {
    if (error instanceof EvidenceUnavailableError) return { trouble: error.message }
    throw error
  }
}
