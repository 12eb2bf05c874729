import { withJson } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** Nothing that names anybody, and still a fact about the person logged in. */
export const refusalForWantOfScopeShowsVarslingsstatus: DefectAt<'response'> = {
  id: 'DEF-SCOPE-REFUSAL-FOR-WANT-OF-SCOPE-SHOWS-VARSLINGSSTATUS',
  title: 'the refusal of a token without any krr:user scope shows varslingsstatus',
  family: 'scopes and data minimisation',
  seam: 'response',
  violates: ['KRR-SCOPE-008'],
  inject: (response, { request, claims }) =>
    response.status === 403 && request.method === 'GET' && claims !== undefined
      ? withJson(response, (error) => ({ ...error, varslingsstatus: 'KAN_VARSLES' }))
      : response,
}
