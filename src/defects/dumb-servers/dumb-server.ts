import type { Pki } from '../../reference/pki/pki.ts'
import type { EnvironmentVerdict } from '../../report/model.ts'
import type { Desert } from '../desert.ts'

/** A request as a dumb server sees it: hardly at all. */
export interface DumbRequest {
  readonly method: string
  readonly path: string
  /** By lower-case name. */
  readonly fields: Readonly<Record<string, string | string[] | undefined>>
  readonly content: Uint8Array
}

/** What it answers, whatever was asked. */
export interface DumbResponse {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>
  readonly content: string | Uint8Array
  /** So many bytes are sent of the content that `Content-Length` promises; then the connection ends. */
  readonly cutAfter?: number
}

/** What a server may know that knows one person and one key. */
export interface DumbWorld {
  readonly pki: Pki
  /** The main test user, with everything, as a valid document. */
  readonly person: string
}

/** A server in the place of the person API that knows nothing of the contract. */
export interface DumbServer {
  readonly id: `DUMB-${string}`
  /** What it does, as a sentence. */
  readonly title: string
  /** Undefined: nothing listens at its address. */
  readonly answer: ((request: DumbRequest, world: DumbWorld) => DumbResponse) | undefined
  readonly verdict: EnvironmentVerdict
  /** What may pass on it, beside what every one of them deserves. */
  readonly deserves: readonly Desert[]
}
