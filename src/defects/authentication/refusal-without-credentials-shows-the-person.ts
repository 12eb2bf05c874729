import { fieldValue } from '../../reference/api/message.ts'
import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** The status is right, and the person was read before it was made up. */
export const refusalWithoutCredentialsShowsThePerson: DefectAt<'response'> = {
  id: 'DEF-AUTH-REFUSAL-WITHOUT-CREDENTIALS-SHOWS-THE-PERSON',
  title: 'the refusal of a request without credentials shows an e-mail address',
  family: 'authentication',
  seam: 'response',
  violates: ['KRR-AUTH-001', 'KRR-ERR-003'],
  inject: (response, { request, people }) =>
    response.status === 401 && fieldValue(request, 'authorization') === undefined
      ? withJson(response, (error) => ({
          ...error,
          epostadresse: people.MAIN.record?.epostadresse?.value,
        }))
      : response,
}
