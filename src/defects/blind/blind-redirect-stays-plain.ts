import type { DefectAt } from '../defect.ts'

export const blindRedirectStaysPlain: DefectAt<'plainHttp'> = {
  id: 'DEF-TLS-BLIND-REDIRECT-STAYS-PLAIN',
  title: 'plain http is redirected, to plain http',
  family: 'written blind',
  violates: ['KRR-TLS-004'],
  seam: 'plainHttp',
  inject: () => (request, response) => {
    const { host = '127.0.0.1' } = request.headers
    response.writeHead(301, { Location: `http://${host}/rest/v1/person/` }).end()
  },
}
