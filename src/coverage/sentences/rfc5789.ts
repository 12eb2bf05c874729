import { RFC_5789 } from '../../rules/sources.ts'
import type { PageOfSentences } from '../sentence.ts'

export const rfc5789: PageOfSentences = {
  source: RFC_5789,
  sentences: [
    {
      id: 'RFC5789-001',
      section: '2',
      quote:
        'The server MUST apply the entire set of changes atomically and never provide (e.g., in response to a GET during this operation) a partially modified representation.',
      rules: ['KRR-PATCH-004', 'KRR-PATCH-010', 'KRR-PATCH-013'],
      except: 'what a GET sees while the change is made',
    },
    {
      id: 'RFC5789-002',
      section: '2',
      quote:
        'If the entire patch document cannot be successfully applied, then the server MUST NOT apply any of the changes.',
      rules: ['KRR-PATCH-007', 'KRR-PATCH-008', 'KRR-PATCH-009', 'KRR-PATCH-010'],
    },
    {
      id: 'RFC5789-003',
      section: '2',
      quote:
        'Servers MUST ensure that a received patch document is appropriate for the type of resource identified by the Request-URI.',
      rules: ['KRR-PATCH-008', 'KRR-PATCH-011'],
    },
    {
      id: 'RFC5789-004',
      section: '2',
      quote:
        'A PATCH request can be issued in such a way as to be idempotent, which also helps prevent bad outcomes from collisions between two PATCH requests on the same resource in a similar time frame.',
      rules: ['KRR-PATCH-006', 'KRR-PATCH-013'],
    },
    {
      id: 'RFC5789-005',
      section: '2',
      quote:
        'Clients using this kind of patch application SHOULD use a conditional request such that the request will fail if the resource has been updated since the client last accessed the resource.',
      notTested: 'out of scope',
      why: 'a rule for clients; the API publishes no validators',
    },
    {
      id: 'RFC5789-006',
      section: '2',
      quote: 'Servers SHOULD NOT store such headers except as trace information',
      notTested: 'not observable from outside',
      why: 'what a server keeps is not shown',
    },
    {
      id: 'RFC5789-007',
      section: '2.2',
      quote:
        'Such a response SHOULD include an Accept-Patch response header as described in Section 3.1 to notify the client what patch document media types are supported.',
      notTested: 'out of scope',
      why: 'a hint for clients that choose among formats: this API has one',
    },
    {
      id: 'RFC5789-008',
      section: '2.2',
      quote:
        'The entity body of error responses SHOULD contain enough information to communicate the nature of the error to the client.',
      rules: ['KRR-ERR-004'],
    },
    {
      id: 'RFC5789-009',
      section: '2.2',
      quote:
        'When the server determines that the patch document provided by the client is not properly formatted, it SHOULD return a 400 (Bad Request) response.',
      rules: ['KRR-PATCH-009'],
    },
    {
      id: 'RFC5789-010',
      section: '2.2',
      quote:
        'Can be specified using a 415 (Unsupported Media Type) response when the client sends a patch document format that the server does not support for the resource identified by the Request-URI.',
      rules: ['KRR-PATCH-011'],
    },
    {
      id: 'RFC5789-011',
      section: '2.2',
      quote:
        'when the server understands the patch document and the syntax of the patch document appears to be valid, but the server is incapable of processing the request.',
      rules: ['KRR-PATCH-015'],
    },
    {
      id: 'RFC5789-012',
      section: '3.1',
      quote:
        'Accept-Patch SHOULD appear in the OPTIONS response for any resource that supports the use of the PATCH method.',
      notTested: 'out of scope',
      why: 'OPTIONS is no part of the contract',
    },
    {
      id: 'RFC5789-013',
      section: '5',
      quote:
        "Servers MUST take adequate precautions to ensure that malicious clients cannot consume excessive server resources (e.g., CPU, disk I/O) through the client's use of PATCH.",
      rules: ['KRR-PATCH-012'],
      except: 'more than one document of 1 MiB: it would burden a shared environment',
    },
  ],
}
