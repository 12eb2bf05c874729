import { ConfigurationError } from '../../config/configuration-error.ts'
import type { Obstacle } from '../../evidence/obstacle.ts'
import {
  EvidenceUnavailableError,
  obstacleOf,
  type Unavailability,
} from '../../evidence/transport.ts'

/** An error as plain data, the one way to carry it from thread to thread: its words, and what it means. */
export type CarriedError =
  | {
      readonly kind: 'unavailable'
      readonly message: string
      readonly verdict: Unavailability
      readonly obstacle: Obstacle | undefined
    }
  | { readonly kind: 'configuration'; readonly problems: ConfigurationError['problems'] }
  | { readonly kind: 'broken'; readonly message: string }

/** The other thread broke while it served a call: the harness is at fault, not the target. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError'
  readonly code = 'CHANNEL'
}

/** An error, to be told to another thread. */
export const carried = (error: unknown): CarriedError => {
  if (error instanceof EvidenceUnavailableError) {
    const { message, verdict } = error
    return { kind: 'unavailable', message, verdict, obstacle: obstacleOf(error) }
  }
  if (error instanceof ConfigurationError)
    return { kind: 'configuration', problems: error.problems }
  return { kind: 'broken', message: error instanceof Error ? error.message : String(error) }
}

/** The error that another thread told of. */
export const thrownAgain = (error: CarriedError): Error => {
  switch (error.kind) {
    case 'unavailable':
      return new EvidenceUnavailableError(error.message, error)
    case 'configuration':
      return new ConfigurationError(error.problems)
    case 'broken':
      return new ChannelError(error.message)
  }
}
