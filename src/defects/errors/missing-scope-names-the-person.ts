import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A number that the client knows: it still has no place in an error, which is logged everywhere. */
export const missingScopeNamesThePerson: DefectAt<'response'> = {
  id: 'DEF-ERR-MISSING-SCOPE-NAMES-THE-PERSON',
  title: 'the refusal of a PATCH without spraak.write names the person',
  family: 'errors and disclosure',
  seam: 'response',
  violates: ['KRR-ERR-003', 'KRR-SCOPE-009'],
  inject: (response, { request, claims }) =>
    response.status === 403 && request.method === 'PATCH' && claims !== undefined
      ? withJson(response, (error) => ({
          ...error,
          error_description: `${claims['pid']} has not granted spraak.write`,
        }))
      : response,
}
