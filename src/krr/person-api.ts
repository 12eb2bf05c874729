import type { Exchange, FieldLine } from '../evidence/exchange.ts'
import { type KrrScope, krrScopes } from '../evidence/person-reading.ts'
import type { Send } from '../evidence/transport.ts'

/** A request to the person resource. Without `accept` or `authorization` the field is left out. */
interface PersonRequest {
  readonly label: string
  readonly authorization?: string | undefined
  readonly accept?: string | undefined
  readonly fields?: readonly FieldLine[]
}

/** Methods that change nothing (RFC 9110, 9.2.1). */
export type ReadingMethod = 'GET' | 'HEAD' | 'OPTIONS' | 'TRACE'

/** Methods that may change something. */
export type WritingMethod = 'PATCH' | 'POST' | 'PUT' | 'DELETE'

/** A reading; another method than GET, or another resource beside the person, only where a rule asks for it. */
interface PersonAsking extends PersonRequest {
  readonly method?: ReadingMethod
  /** Behind the resource's path. */
  readonly suffix?: '/'
}

export interface PersonChange extends PersonRequest {
  readonly method?: WritingMethod
  /** Behind the question mark of the address. */
  readonly query?: string
  /** None where undefined, and no `Content-Type` then. */
  readonly content: Uint8Array | undefined
  readonly contentType: string
}

/** The user-specific API of one environment, one function per operation; each answer is evidence. */
export interface PersonApi {
  /** `GET /rest/v1/person`. */
  getPerson(request: PersonAsking): Promise<Exchange>
  /** `PATCH /rest/v1/person`, operationId `patchUser`; or what must not do the same by another method. */
  patchPerson(request: PersonChange): Promise<Exchange>
}

/** A client of the person resource at this address; it judges nothing and follows nothing. */
export const createPersonApi = (apiUrl: string, send: Send): PersonApi => ({
  getPerson: ({ method = 'GET', suffix = '', ...request }) =>
    send(request.label, { method, url: `${apiUrl}${suffix}`, fields: fieldsOf(request) }),
  patchPerson: ({ method = 'PATCH', query, content, contentType, ...request }) =>
    send(request.label, {
      method,
      url: query === undefined ? apiUrl : `${apiUrl}?${query}`,
      fields: [
        ...fieldsOf(request),
        ...(content === undefined ? [] : [['Content-Type', contentType] as const]),
      ],
      content,
    }),
})

/** The credentials of an access token (RFC 6750, 2.1). */
export const bearer = (token: string): string => `Bearer ${token}`

const fieldsOf = ({ authorization, accept, fields = [] }: PersonRequest): FieldLine[] => [
  ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
  ...(accept === undefined ? [] : [['Accept', accept] as const]),
  ...fields,
]

/** The subsets of these scopes, the empty one first, all of them last. */
export const combinationsOf = (scopes: readonly KrrScope[]): readonly (readonly KrrScope[])[] =>
  Array.from({ length: 2 ** scopes.length }, (_, bits) =>
    scopes.filter((_scope, at) => (bits & (1 << at)) !== 0),
  )

/** The eight subsets of the three scopes. */
export const scopeCombinations = combinationsOf(krrScopes)

/** The combinations that yield a person: at least one `krr:user/*` scope. */
export const personCombinations = scopeCombinations.filter((scopes) => scopes.length > 0)

/** The combinations that let a language be written. */
export const writingCombinations = scopeCombinations.filter((scopes) =>
  scopes.includes('krr:user/spraak.write'),
)

/** Whether a scope lets somebody read more than that a person is there. */
export const mayRead = (scopes: readonly KrrScope[]): boolean =>
  scopes.some((scope) => scope.endsWith('.read'))
