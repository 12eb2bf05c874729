import type { Answer, PersonResource } from './answer.ts'
import { readCredentials, readToken } from './authenticate.ts'
import { authorise, readScopes } from './authorise.ts'
import type { ApiResponse } from './message.ts'
import { answerPatch } from './person-change.ts'
import { answerGet } from './person-reading.ts'
import { methodNotAllowed, refuse, unauthenticated, unauthorised } from './refuse.ts'
import type { RequestContext } from './seams.ts'

const allowed = ['GET', 'HEAD', 'PATCH', 'OPTIONS'] as const

/** Answers `/rest/v1/person`: method, authentication, authorisation, then the reading or the change. */
export const answerPerson = async (
  resource: PersonResource,
  context: RequestContext,
): Promise<Answer> => {
  const { seams } = resource
  const method = await seams('method', context.request.method, context)
  if (method === 'OPTIONS') return { response: options }
  if (!allowed.some((own) => own === method)) {
    return { response: await refuse(methodNotAllowed(allowed), seams, context) }
  }
  const authentication = await authenticated(resource, context)
  if (authentication.kind === 'refused') {
    return { response: await refuse(unauthenticated(authentication.reason), seams, context) }
  }
  const { claims } = authentication
  const withClaims = { ...context, claims }
  const scopes = await seams('scopes', readScopes(claims), withClaims)
  const authorised = { ...withClaims, scopes }
  const authorisation = await seams('authorisation', authorise(method, claims, scopes), authorised)
  if (authorisation.kind === 'refused') {
    const response = await refuse(unauthorised(authorisation.scope), seams, context)
    return { response, claims, scopes }
  }
  return method === 'PATCH' ? answerPatch(resource, authorised) : answerGet(resource, authorised)
}

const options: ApiResponse = {
  status: 204,
  fields: [
    ['Allow', allowed.join(', ')],
    ['Accept-Patch', 'application/json'],
  ],
  content: new Uint8Array(),
}

const authenticated = async (
  { issuer, jwks, authenticate, seams }: PersonResource,
  context: RequestContext,
) => {
  const credentials = await seams('credentials', readCredentials(context.request), context)
  return seams('authentication', await authenticate(credentials, context.now), {
    ...context,
    issuer,
    jwks,
    credentials,
    presented: readToken(credentials),
  })
}
