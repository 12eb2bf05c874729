import { encodeJson, fieldValue, type JsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'
import { without } from '../person-document.ts'
import { answersSinceTheLastWrite } from './answer-count.ts'

/**
 * As a cache would do that forgets one member. A write empties it, so that what a change does to the
 * person is seen as it is.
 */
export const secondAnswerDiffers: DefectAt<'response'> = {
  id: 'DEF-BODY-SECOND-ANSWER-DIFFERS',
  title: 'every second answer to the same question lacks spraak_oppdatert',
  family: 'identity',
  seam: 'response',
  violates: ['KRR-BODY-022'],
  inject(response, context) {
    const { request, representation } = context
    const answers = answersSinceTheLastWrite(context)
    if (representation !== 'application/json' || answers % 2 !== 0) return response
    if (fieldValue(request, 'accept') !== 'application/json') return response
    const person = JSON.parse(Buffer.from(response.content).toString('utf8')) as JsonObject
    return { ...response, content: encodeJson(without(person, 'spraak_oppdatert')) }
  },
}
