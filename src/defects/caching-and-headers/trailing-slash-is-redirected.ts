import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** No fault by the contract: it is reported. */
export const trailingSlashIsRedirected: DefectAt<'response'> = {
  id: 'DEF-HTTP-TRAILING-SLASH-IS-REDIRECTED',
  title: 'a trailing slash is answered with a redirect',
  family: 'caching and headers',
  seam: 'response',
  violates: [],
  observes: [{ rule: 'KRR-HTTP-008', met: 'a trailing slash is answered with 308' }],
  inject: (response, { request }) =>
    request.path.endsWith('/person/')
      ? { ...withField(response, 'Location', '/rest/v1/person'), status: 308 }
      : response,
}
