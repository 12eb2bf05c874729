import { languageScope } from '../../reference/api/authenticate.ts'
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
        title: error ?? 'Invalid value',
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
    id: 'VAR-ERRORS-ARE-THE-FRAMEWORKS',
    title: "errors are Spring Boot's default, without message",
    injections: () => ({
      errorDocument: ({ error }, { status, request, now }) => ({
        timestamp: new Date(now).toISOString(),
        status,
        error: error ?? 'Unprocessable Entity',
        path: request.path,
      }),
    }),
  },
  {
    id: 'VAR-ERRORS-ARE-JSON-API',
    title: 'every error is a list of errors, as the published document has them',
    injections: () => ({
      errorDocument: ({ errors, error, error_description }, { status }) => ({
        errors: errors ?? [{ status: String(status), title: error, detail: error_description }],
      }),
    }),
  },
  {
    id: 'VAR-ERRORS-ARE-AS-IN-OAUTH',
    title: 'errors have error and error_description alone, as in RFC 6749',
    injections: () => ({
      errorDocument: ({ error, error_description }) => ({
        error: String(error ?? 'invalid_value')
          .toLowerCase()
          .replaceAll(' ', '_'),
        error_description: error_description ?? 'The document cannot be processed',
      }),
    }),
  },
  {
    id: 'VAR-REFUSED-TOKENS-ARE-ANSWERED-WITHOUT-CONTENT',
    title: 'a 401 or 403 has a Bearer challenge and no content',
    mayTrip: ['KRR-SPEC-006'],
    injections: () => ({
      response: (response) =>
        response.fields.some(([name]) => name === 'WWW-Authenticate')
          ? { ...withoutField(response, 'Content-Type'), content: new Uint8Array() }
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
