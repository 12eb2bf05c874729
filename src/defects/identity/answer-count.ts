import { fieldValue } from '../../reference/api/message.ts'
import type { RequestContext } from '../../reference/api/seams.ts'

/** One count for each question, for each environment: its people are made once. */
const counts = new WeakMap<RequestContext['people'], Map<string, number>>()

/** The how many-th answer this is to the same question (credentials and `Accept`) since the last PATCH. */
export const answersSinceTheLastWrite = ({ people, request }: RequestContext): number => {
  const ofPeople = counts.get(people) ?? new Map<string, number>()
  counts.set(people, ofPeople)
  if (request.method === 'PATCH') ofPeople.clear()
  const asked = ['authorization', 'accept'].map((name) => fieldValue(request, name))
  const question = [request.method, request.path, ...asked].join(' ')
  const count = (ofPeople.get(question) ?? 0) + 1
  ofPeople.set(question, count)
  return count
}
