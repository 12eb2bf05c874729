import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { PassThrough } from '../seams.ts'
import type { AuthenticationRefusal } from './authenticate.ts'
import { type ApiResponse, encodeJson, type FieldLine } from './message.ts'
import type { RequestContext } from './seams.ts'

export interface RefusalReason {
  readonly status: number
  /** For the client: no personal data, nothing of what was sent. */
  readonly description: string
  readonly fields?: readonly FieldLine[]
  /** What of the request's document it is about (RFC 6901). */
  readonly pointer?: string | undefined
}

/** A refusal: of what a document says in the published form, else with the five members that errors have been seen with. */
export const refuse = async (
  reason: RefusalReason,
  seams: PassThrough,
  context: RequestContext,
): Promise<ApiResponse> => {
  const { status, fields = [] } = reason
  const document = status === 422 ? errorsOf(reason) : errorOf(reason, context.now)
  return {
    status,
    fields: [['Content-Type', 'application/json'], ...fields],
    content: encodeJson(await seams('errorDocument', document, { ...context, status })),
  }
}

const errorOf = ({ status, description }: RefusalReason, now: number) => ({
  status,
  error: STATUS_CODES[status] ?? 'Error',
  error_description: description,
  correlation_id: randomUUID(),
  timestamp: new Date(now).toISOString(),
})

/** `Errors` of the published document, whose one sample is a language that is not on the list. */
const errorsOf = ({ status, description, pointer }: RefusalReason) => ({
  errors: [
    {
      id: randomUUID(),
      status: String(status),
      title: 'Invalid value',
      detail: description,
      ...(pointer === undefined ? {} : { source: { pointer } }),
      links: { about: `https://www.rfc-editor.org/rfc/rfc9110#status.${status}` },
    },
  ],
})

/**
 * 401 with a Bearer challenge (RFC 6750, 3). Who brought no Bearer token is told no error code: there
 * was no request to judge (RFC 6750, 3.1).
 */
export const unauthenticated = (reason: AuthenticationRefusal): RefusalReason => {
  const withoutToken = reason === 'no-credentials' || reason === 'other-scheme'
  const description = withoutToken
    ? 'Full authentication is required to access this resource'
    : 'The access token is not valid'
  const challenge = withoutToken
    ? 'Bearer realm="krr"'
    : `Bearer realm="krr", error="invalid_token", error_description="${description}"`
  return { status: 401, description, fields: [['WWW-Authenticate', challenge]] }
}

/** 403 for a token whose scopes do not suffice (RFC 6750, 3.1). */
export const unauthorised = (scope: string): RefusalReason => {
  const description = 'The access token has not the scope that is needed'
  const parameters = `error="insufficient_scope", error_description="${description}"`
  return {
    status: 403,
    description,
    fields: [['WWW-Authenticate', `Bearer realm="krr", ${parameters}, scope="${scope}"`]],
  }
}

/** 405 with the methods there are (RFC 9110, 15.5.6). */
export const methodNotAllowed = (allowed: readonly string[]): RefusalReason => ({
  status: 405,
  description: 'The method is not supported here',
  fields: [['Allow', allowed.join(', ')]],
})
