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
}

/** A refusal with the five members that this API's errors have been seen with. */
export const refuse = async (
  { status, description, fields = [] }: RefusalReason,
  seams: PassThrough,
  context: RequestContext,
): Promise<ApiResponse> => {
  const document = {
    status,
    error: STATUS_CODES[status] ?? 'Error',
    error_description: description,
    correlation_id: randomUUID(),
    timestamp: new Date(context.now).toISOString(),
  }
  return {
    status,
    fields: [['Content-Type', 'application/json'], ...fields],
    content: encodeJson(await seams('errorDocument', document, { ...context, status })),
  }
}

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
