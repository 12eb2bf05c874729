import type { DefectAt } from '../defect.ts'

/** It is asked with an access token. The login does not need it and goes through. */
export const userinfoEndpointIsPlainHttp: DefectAt<'providerMetadata'> = {
  id: 'DEF-OP-USERINFO-ENDPOINT-IS-PLAIN-HTTP',
  title: 'the userinfo endpoint is named with plain http',
  family: 'OpenID provider',
  seam: 'providerMetadata',
  violates: ['KRR-OP-002'],
  inject: (metadata) => ({ ...metadata, userinfo_endpoint: 'http://idporten.example/userinfo' }),
}
