import { languageScope } from '../../reference/api/scopes.ts'
import { isAskedWith } from '../asked-with.ts'
import { withField, withoutField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

/** Refused otherwise, and refused all the same. */
export const refusalVariants: readonly Variant[] = [
  {
    id: 'VAR-WRITE-SCOPE-ALONE-READS-NOTHING',
    title: 'spraak.write alone is refused on GET with 403',
    injections: () => ({
      authorisation: (authorisation, context) =>
        context.request.method !== 'PATCH' && isAskedWith(context, 'spraak')
          ? { kind: 'refused', scope: languageScope.replace('spraak.write', 'digitalpost.read') }
          : authorisation,
    }),
  },
  {
    id: 'VAR-ERRORS-ARE-PROBLEM-DETAILS',
    title: 'errors are application/problem+json (RFC 9457)',
    mayTrip: ['KRR-SPEC-006'],
    injections: () => ({
      errorDocument: ({ error, error_description }, { status }) => ({
        type: 'about:blank',
        title: error,
        status,
        detail: error_description,
      }),
      response: (response) =>
        response.status >= 400
          ? withField(response, 'Content-Type', 'application/problem+json')
          : response,
    }),
  },
  {
    id: 'VAR-ERRORS-ARE-EMPTY',
    title: 'errors have no content',
    mayTrip: ['KRR-ERR-004', 'KRR-SPEC-006'],
    injections: () => ({
      response: (response) =>
        response.status >= 400
          ? { ...withoutField(response, 'Content-Type'), content: new Uint8Array() }
          : response,
    }),
  },
  {
    id: 'VAR-CHALLENGE-AMONG-OTHERS',
    title: 'a 401 offers Basic beside Bearer, in a line of its own before it',
    injections: () => ({
      response: (response) =>
        response.status === 401
          ? {
              ...response,
              fields: [
                ['WWW-Authenticate', 'Basic realm="krr", charset="UTF-8"'],
                ...response.fields,
              ],
            }
          : response,
    }),
  },
]
