import { contactScope, userScopes } from '../../reference/api/authenticate.ts'
import { isAskedWith } from '../asked-with.ts'
import { withField, withJson, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** Faults of what comes without a scope that it takes. */
export const missingScopesDefects = ofFamily('scopes and data minimisation', [
  /** Where no scope is found, the commonest one is assumed. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-CONTACT-DATA',
    title: 'a token without any krr:user scope yields contact data',
    seam: 'scopes',
    violates: ['KRR-SCOPE-008', 'KRR-SCOPE-012'],
    inject: (scopes) =>
      scopes.some((scope) => userScopes.includes(scope)) ? scopes : [...scopes, contactScope],
  },
  /** Nothing that names anybody, and still a fact about the person logged in. */
  {
    id: 'DEF-SCOPE-REFUSAL-FOR-WANT-OF-SCOPE-SHOWS-VARSLINGSSTATUS',
    title: 'the refusal of a token without any krr:user scope shows varslingsstatus',
    seam: 'response',
    violates: ['KRR-SCOPE-008'],
    inject: (response, { request, claims }) =>
      response.status === 403 && request.method === 'GET' && claims !== undefined
        ? withJson(response, (error) => ({ ...error, varslingsstatus: 'KAN_VARSLES' }))
        : response,
  },
  /** No scope guards the three members, so no scope seems to be needed for them. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-YIELDS-THE-BASE-MEMBERS',
    title: 'a token without any krr:user scope yields the base members',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-012'],
    inject: (authorisation, { request }) =>
      request.method === 'GET' ? { kind: 'granted' } : authorisation,
  },
  /** A person that may not be seen is said not to be there. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-IS-NOT-FOUND',
    title: 'a token without any krr:user scope is answered with 404',
    seam: 'response',
    violates: ['KRR-SCOPE-012'],
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request, claims }) =>
      response.status === 403 && request.method === 'GET' && claims !== undefined
        ? { ...withJson(response, (error) => ({ ...error, status: 404 })), status: 404 }
        : response,
  },
  /** The language is shown by this scope; that it can be changed by another was overlooked. */
  {
    id: 'DEF-SCOPE-CONTACT-READERS-MAY-WRITE',
    title: 'PATCH is granted to who reads contact data',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-009'],
    inject: (authorisation, { request, scopes }) =>
      request.method === 'PATCH' && scopes.includes(contactScope)
        ? { kind: 'granted' }
        : authorisation,
  },
  /** It is asked which scopes are not enough, and none is on that list. */
  {
    id: 'DEF-SCOPE-NO-KRR-SCOPE-MAY-WRITE',
    title: 'PATCH is granted to a token without any krr:user scope',
    seam: 'authorisation',
    violates: ['KRR-SCOPE-009'],
    inject: (authorisation, context) =>
      context.request.method === 'PATCH' && isAskedWith(context)
        ? { kind: 'granted' }
        : authorisation,
  },
  /** A client that reads it fetches a new token with the same scopes, again and again. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-CALLED-INVALID-TOKEN',
    title: 'a PATCH without spraak.write is refused with invalid_token',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? withField(response, 'WWW-Authenticate', 'Bearer realm="krr", error="invalid_token"')
        : response,
  },
  /** The challenge says what is missing; the status says that nobody is logged in. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-401',
    title: 'a PATCH without spraak.write is refused with 401',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? { ...withJson(response, (error) => ({ ...error, status: 401 })), status: 401 }
        : response,
  },
  /** 403, and no word on what would have been enough. */
  {
    id: 'DEF-SCOPE-INSUFFICIENT-SCOPE-IS-NOT-EXPLAINED',
    title: 'a PATCH without spraak.write is refused without WWW-Authenticate',
    seam: 'response',
    violates: ['KRR-SCOPE-010'],
    inject: (response, { request }) =>
      response.status === 403 && request.method === 'PATCH'
        ? withoutField(response, 'WWW-Authenticate')
        : response,
  },
])
