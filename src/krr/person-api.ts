import type { Exchange, FieldLine } from '../evidence/exchange.ts'
import type { Send } from '../evidence/transport.ts'

/** A request to the person resource. Without `accept` or `authorization` the field is left out. */
export interface PersonRequest {
  readonly label: string
  readonly authorization?: string | undefined
  readonly accept?: string | undefined
  readonly fields?: readonly FieldLine[]
}

export interface PersonChange extends PersonRequest {
  readonly content: Uint8Array
  readonly contentType: string
}

/** The user-specific API of one environment, one function per operation; each answer is evidence. */
export interface PersonApi {
  /** `GET /rest/v1/person`. */
  getPerson(request: PersonRequest): Promise<Exchange>
  /** `PATCH /rest/v1/person`, operationId `patchUser`. */
  patchPerson(request: PersonChange): Promise<Exchange>
}

/** A client of the person resource at this address; it judges nothing and follows nothing. */
export const createPersonApi = (apiUrl: string, send: Send): PersonApi => ({
  getPerson: (request) =>
    send(request.label, { method: 'GET', url: apiUrl, fields: fieldsOf(request) }),
  patchPerson: (request) =>
    send(request.label, {
      method: 'PATCH',
      url: apiUrl,
      fields: [...fieldsOf(request), ['Content-Type', request.contentType]],
      content: request.content,
    }),
})

/** The credentials of an access token (RFC 6750, 2.1). */
export const bearer = (token: string): string => `Bearer ${token}`

const fieldsOf = ({ authorization, accept, fields = [] }: PersonRequest): FieldLine[] => [
  ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
  ...(accept === undefined ? [] : [['Accept', accept] as const]),
  ...fields,
]
