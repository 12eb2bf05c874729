import { readCredentials, readToken } from '../../reference/api/authenticate.ts'
import type { DefectAt } from '../defect.ts'

export const blindNumberInGroups: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-BLIND-NUMBER-IN-GROUPS',
  title: 'the refusal of a PATCH for its scopes names the person, six digits and five',
  family: 'written blind',
  violates: ['KRR-ERR-003'],
  // A refusal that shows something of the person is none.
  alsoTrips: ['KRR-SCOPE-009'],
  seam: 'errorDocument',
  inject: (document, { request, status }) => {
    const pid = readToken(readCredentials(request))?.claims['pid']
    if (request.method !== 'PATCH' || status !== 403 || typeof pid !== 'string') return document
    const grouped = `${pid.slice(0, 6)} ${pid.slice(6)}`
    return { ...document, error_description: `${grouped} has not consented to this` }
  },
}
