import type { TroubleKind } from './obstacle.ts'

/** A message as it is shown: fields and content masked. `content` is text; `omitted` says what is not. */
export interface RecordedMessage {
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly contentType?: string
  readonly content?: string
  /** Length of the content as it came, in bytes. */
  readonly contentLength: number
}

/** A JWS as it is shown: header and payload masked, signature never recorded. */
export interface RecordedJws {
  readonly header: unknown
  readonly payload: unknown
  /** The certificates of `x5c`, the signing one first: an organisation's, never a person's. */
  readonly certificates: readonly {
    readonly subject: string
    readonly issuer: string
    readonly notBefore: string
    readonly notAfter: string
    /** `RSA 2048`, `EC prime256v1` */
    readonly key?: string
    /** SHA-256 of the SubjectPublicKeyInfo, hex: what `KRR_<NAME>_JWS_PIN` takes. */
    readonly keySha256?: string
  }[]
}

/** An exchange as it is shown and written, masked. Without any response its status is 0, as in a HAR. */
export interface RecordedExchange {
  readonly id: string
  readonly label: string
  readonly startedAt: string
  readonly elapsedMs: number
  readonly request: RecordedMessage & { readonly method: string; readonly url: string }
  readonly response: RecordedMessage & { readonly status: number; readonly jws?: RecordedJws }
  /** Why it is no evidence: what the last attempt came to. Absent where a judgeable response came. */
  readonly trouble?: string
  /** Of what kind that is. Absent from old reports. */
  readonly troubleKind?: TroubleKind
  /** With this answer came the OpenAPI document that the environment publishes. */
  readonly publishes?: true
  /** The attempts before the last one. */
  readonly failedAttempts: readonly {
    readonly startedAt: string
    readonly elapsedMs: number
    readonly trouble: string
  }[]
}
