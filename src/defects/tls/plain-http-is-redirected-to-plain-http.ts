import type { DefectAt } from '../defect.ts'

/** A load balancer's rule that lost a letter. */
export const plainHttpIsRedirectedToPlainHttp: DefectAt<'plainHttp'> = {
  id: 'DEF-TLS-PLAIN-HTTP-IS-REDIRECTED-TO-PLAIN-HTTP',
  title: 'plain http is redirected to plain http',
  family: 'TLS',
  seam: 'plainHttp',
  violates: ['KRR-TLS-004'],
  inject: () => (request, response) =>
    void response.writeHead(301, { Location: `http://127.0.0.1${request.url}` }).end(),
}
