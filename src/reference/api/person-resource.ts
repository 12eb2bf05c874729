import type { Answer, PersonResource } from './answer.ts'
import { authorise, readCredentials, readScopes, readToken, userScopes } from './authenticate.ts'
import { negotiate, signPerson } from './deliver.ts'
import { type ApiResponse, encodeJson, encodeText } from './message.ts'
import { applyPatch, decidePatch, readDocument } from './patch.ts'
import { project } from './project.ts'
import { methodNotAllowed, refuse, unauthenticated, unauthorised } from './refuse.ts'
import type { AuthorisedContext, RequestContext } from './seams.ts'

/** Answers PATCH: 204 without content, or a refusal that changed nothing. */
const answerPatch = async (
  { register, seams }: PersonResource,
  context: AuthorisedContext,
): Promise<Answer> => {
  const { claims, scopes, request } = context
  const sent = readDocument(request)
  const record = register.find(String(claims['pid']))
  const patchContext = { ...context, record, sent }
  const decision = await seams('patchDecision', decidePatch(request, sent, record), patchContext)
  const changed = await seams('patchEffect', applyPatch(record, decision, context.now), {
    ...patchContext,
    decision,
  })
  if (changed !== undefined && changed !== record) await register.store(changed)
  if (decision.kind === 'accepted') {
    return {
      response: { status: 204, fields: [], content: new Uint8Array() },
      claims,
      scopes,
      record,
    }
  }
  const fields = decision.status === 415 ? ([['Accept-Patch', 'application/json']] as const) : []
  const { status, description, pointer } = decision
  const response = await refuse({ status, description, fields, pointer }, seams, context)
  return { response, claims, scopes, record }
}

/** Answers GET and HEAD: negotiate, project, serialise, sign. */
const answerGet = async (
  { register, deliverExpired, seams }: PersonResource,
  context: AuthorisedContext,
): Promise<Answer> => {
  const { claims, scopes } = context
  const representation = await seams('representation', negotiate(context.request), context)
  if (representation === undefined) {
    const description = 'A person comes as application/json or application/jose'
    return { response: await refuse({ status: 406, description }, seams, context), claims, scopes }
  }
  const personidentifikator = String(claims['pid'])
  const record = register.find(personidentifikator)
  const projection = { personidentifikator, scopes, now: context.now, deliverExpired }
  const complete = project(record, { ...projection, scopes: userScopes })
  const personContext = { ...context, record, representation, complete }
  const document = await seams('personDocument', project(record, projection), personContext)
  const contentContext = { ...personContext, document }
  const json = await seams('jsonContent', encodeJson(document), contentContext)
  const content =
    representation === 'application/json'
      ? json
      : encodeText(await signPerson(json, context.pki.signer, seams, contentContext))
  return {
    response: { status: 200, fields: [['Content-Type', representation]], content },
    claims,
    scopes,
    representation,
    record,
  }
}

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
