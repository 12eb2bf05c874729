import { ConfigurationError } from '../../config/configuration-error.ts'
import { EvidenceUnavailableError, type Unavailability } from '../../evidence/unavailable.ts'

/** An error as plain data: its words, and what it means. */
export type Failure =
  | { readonly kind: 'unavailable'; readonly message: string; readonly verdict: Unavailability }
  | { readonly kind: 'configuration'; readonly problems: ConfigurationError['problems'] }
  | { readonly kind: 'broken'; readonly message: string }

/** An error, to be told to another thread. */
export const failureOf = (error: unknown): Failure => {
  if (error instanceof EvidenceUnavailableError)
    return { kind: 'unavailable', message: error.message, verdict: error.verdict }
  if (error instanceof ConfigurationError)
    return { kind: 'configuration', problems: error.problems }
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}

/** The error that another thread told of. */
export const thrownAgain = (failure: Failure): Error => {
  switch (failure.kind) {
    case 'unavailable':
      return new EvidenceUnavailableError(failure.message, { verdict: failure.verdict })
    case 'configuration':
      return new ConfigurationError(failure.problems)
    case 'broken':
      return new Error(failure.message)
  }
}
