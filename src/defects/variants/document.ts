import { encodeJson } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

/** The OpenAPI document elsewhere, or about more. */
export const documentVariants: readonly Variant[] = [
  {
    id: 'VAR-DOCUMENT-NEEDS-A-LOGIN',
    title: 'the OpenAPI document is shown to nobody: 401',
    injections: () => ({
      response: (response, { request }) =>
        request.path.startsWith('/rest/')
          ? response
          : {
              ...withField(response, 'WWW-Authenticate', 'Bearer realm="docs"'),
              status: 401,
              content: encodeJson({ status: 401, error: 'Unauthorized' }),
            },
    }),
  },
  {
    id: 'VAR-DOCUMENT-HAS-ANOTHER-RESOURCE',
    title: 'the OpenAPI document describes another resource beside the person',
    mayTrip: ['KRR-SPEC-004'],
    injections: () => ({
      openApiDocument: (document) => ({
        ...document,
        paths: {
          ...(document['paths'] as object),
          '/rest/v1/ping': { get: { responses: { '204': { description: 'alive' } } } },
        },
      }),
    }),
  },
]
