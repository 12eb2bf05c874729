import type { Answer, PersonResource } from './answer.ts'
import { applyPatch, decidePatch, readDocument } from './patch.ts'
import { refuse } from './refuse.ts'
import type { AuthorisedContext } from './seams.ts'

/** Answers PATCH: 204 without content, or a refusal that changed nothing. */
export const answerPatch = async (
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
