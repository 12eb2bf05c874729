import type { Answer, PersonResource } from './answer.ts'
import { encodeJson, encodeText } from './message.ts'
import { negotiate } from './negotiate.ts'
import { project } from './project.ts'
import { refuse } from './refuse.ts'
import { userScopes } from './scopes.ts'
import type { AuthorisedContext } from './seams.ts'
import { signPerson } from './sign.ts'

/** Answers GET and HEAD: negotiate, project, serialise, sign. */
export const answerGet = async (
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
