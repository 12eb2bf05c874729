import { encodeJson } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** In the language of a framework's example. */
export const changeToNynorskIsAnsweredWithAMessage: DefectAt<'response'> = {
  id: 'DEF-PATCH-CHANGE-TO-NYNORSK-IS-ANSWERED-WITH-A-MESSAGE',
  title: 'a change to nn is answered with 200 and a message',
  family: 'PATCH effect',
  seam: 'response',
  violates: ['KRR-PATCH-002'],
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request }) =>
    request.method === 'PATCH' &&
    response.status === 204 &&
    Buffer.from(request.content).toString('utf8') === '{"spraak":"nn"}'
      ? {
          status: 200,
          fields: [['Content-Type', 'application/json'], ...response.fields],
          content: encodeJson({ message: 'OK' }),
        }
      : response,
}
