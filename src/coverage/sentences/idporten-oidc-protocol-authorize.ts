import { IDPORTEN_AUTHORIZE } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const idportenAuthorize: PageOfSentences = {
  source: IDPORTEN_AUTHORIZE,
  sentences: [
    {
      id: 'AUTZ-001',
      section: 'Request',
      quote: 'Only `code` is supported by ID-porten',
      rules: ['KRR-OP-002'],
    },
    {
      id: 'AUTZ-002',
      section: 'Request',
      quote: 'Only pre-registered URIs can be used.',
      notTested: 'out of scope',
      why: 'ID-porten’s own check of its clients',
    },
    {
      id: 'AUTZ-003',
      section: 'Request',
      quote: 'Localhost is allowed only in test environment.',
      notTested: 'needs PROD',
      why: 'only production could refuse it',
    },
    {
      id: 'AUTZ-004',
      section: 'Request',
      quote: 'Value set by the client and returned in the callback.',
      rules: ['KRR-OP-004'],
    },
    {
      id: 'AUTZ-005',
      section: 'Request',
      quote: 'Value set by the client and returned in the id-token.',
      rules: ['KRR-OP-006'],
    },
    {
      id: 'AUTZ-006',
      section: 'Request',
      quote: 'Requested security level of assurance(s)',
      rules: ['KRR-OP-007'],
    },
    {
      id: 'AUTZ-007',
      section: 'Request',
      quote: 'Requested language in the user interface, we support *nb*, *nn*, *en* or *se*.',
      notTested: 'out of scope',
      why: 'the pages of the login',
    },
    {
      id: 'AUTZ-008',
      section: 'Request',
      quote: 'Used to govern end user involvement.',
      rules: ['KRR-OP-012'],
    },
    {
      id: 'AUTZ-009',
      section: 'Request',
      quote: 'Algorithm for PKCE. Only `S256` supported.',
      rules: ['KRR-OP-002'],
      except: 'that others are refused',
    },
    {
      id: 'AUTZ-010',
      section: 'Request using request objects',
      quote: 'The client can pass a request using a using a JWT based request object',
      notTested: 'ambiguous',
      why: 'the metadata says that it is not supported',
    },
    {
      id: 'AUTZ-011',
      section: 'Response',
      quote:
        'The redirect will contain the authorization `code` parameter which is then used when fetching tokens.',
      rules: ['KRR-OP-004', 'KRR-OP-005'],
    },
    {
      id: 'AUTZ-012',
      section: 'Response',
      quote: 'The code is base64-encoded and URL-safe.',
      notTested: 'out of scope',
      why: 'a client takes the code as it is',
    },
    {
      id: 'AUTZ-013',
      section: 'Response',
      quote:
        'The `state` parameter is also included, and MUST be validated by the client to detect CSRF attacks if PKCE is not used.',
      rules: ['KRR-OP-004'],
    },
  ],
}
