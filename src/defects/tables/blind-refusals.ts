import { readCredentials, readToken } from '../../reference/api/authenticate.ts'
import { fieldValue } from '../../reference/api/message.ts'
import { withField, withJson, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'

/** Faults of refusals, written from the contract alone (docs/defects.md). */
export const blindRefusalsDefects = ofFamily('written blind', [
  {
    id: 'DEF-ERR-BLIND-CLASS-NAME',
    title: 'the refusal of a language that is none names the class that it did not fit',
    violates: ['KRR-ERR-002'],
    seam: 'errorDocument',
    inject: (document, { request }) =>
      request.method === 'PATCH' &&
      JSON.stringify(document).includes('spraak must be nb, nn, en or se')
        ? {
            ...document,
            error_description:
              'Cannot deserialize value of type `no.digdir.kontaktinfo.domain.Spraak` from String',
          }
        : document,
  },
  {
    id: 'DEF-ERR-BLIND-NUMBER-IN-GROUPS',
    title: 'the refusal of a PATCH for its scopes names the person, six digits and five',
    violates: ['KRR-ERR-003'],
    // A refusal that shows something of the person is none.
    alsoTrips: ['KRR-SCOPE-009'],
    seam: 'errorDocument',
    inject: (document, { request, status }) => {
      const pid = readToken(readCredentials(request))?.claims['pid']
      if (request.method !== 'PATCH' || status !== 403 || typeof pid !== 'string') return document
      const grouped = `${pid.slice(0, 6)} ${pid.slice(6)}`
      return { ...document, error_description: `${grouped} has not consented to this` }
    },
  },
  {
    id: 'DEF-ERR-BLIND-STATUS-OF-415',
    title: 'the document of a 415 says that it is a 400',
    violates: ['KRR-ERR-004'],
    seam: 'errorDocument',
    inject: (document, { status }) => (status === 415 ? { ...document, status: 400 } : document),
  },
  {
    id: 'DEF-ERR-BLIND-TYPE-MIRRORED',
    title:
      'a type that is not offered is refused with 406, and the refusal claims to be of that type',
    violates: ['KRR-ERR-004'],
    alsoTrips: ['KRR-NEG-006', 'KRR-SPEC-006'],
    seam: 'response',
    inject: (response, { request }) =>
      response.status === 406
        ? withField(response, 'Content-Type', fieldValue(request, 'accept') ?? 'application/json')
        : response,
  },
  {
    id: 'DEF-ERR-BLIND-EXCEPTION-FIELD',
    title: 'a 400 names the exception in a field of its own, with package and class',
    violates: ['KRR-ERR-002'],
    seam: 'response',
    inject: (response) =>
      response.status === 400
        ? withField(
            response,
            'X-Exception',
            'org.springframework.http.converter.HttpMessageNotReadableException',
          )
        : response,
  },
  {
    id: 'DEF-ERR-BLIND-MOBILE-IN-PAIRS',
    title: 'the refusal of a PATCH for its document names the mobile number, in pairs',
    violates: ['KRR-ERR-003'],
    seam: 'errorDocument',
    inject: (document, { request, status, people }) => {
      const mobile = people.MAIN.record?.mobiltelefonnummer?.value ?? ''
      const pairs = mobile.slice(-8).replaceAll(/\d\d(?=\d)/g, '$& ')
      return request.method === 'PATCH' && [400, 422].includes(status)
        ? { ...document, error_description: `The document for ${pairs} was not accepted` }
        : document
    },
  },
  /** A handler for whatever exception nobody else handles gets the one for the method first. */
  {
    id: 'DEF-ERR-BLIND-METHOD-UNHANDLED',
    title: 'a method with content that the resource does not have is answered with 500',
    violates: ['KRR-ERR-001'],
    // A server error is no refusal, and no operation is documented that could have the status.
    alsoTrips: ['KRR-HTTP-001', 'KRR-SPEC-006'],
    seam: 'response',
    inject: (response, { request }) =>
      response.status === 405 && (request.method === 'POST' || request.method === 'PUT')
        ? withJson({ ...withoutField(response, 'Allow'), status: 500 }, (document) => ({
            ...document,
            status: 500,
            error: 'Internal Server Error',
            error_description: 'Something went wrong',
          }))
        : response,
  },
  {
    id: 'DEF-ERR-BLIND-REFUSAL-NAMES-MAILBOX',
    title: 'the refusal of a document names the address of the mailbox',
    violates: ['KRR-ERR-003'],
    seam: 'errorDocument',
    inject: (document, { request, status, people }) => {
      const { postkasseadresse } = people.MAIN.record?.digital_post ?? {}
      return request.method === 'PATCH' && [400, 422].includes(status)
        ? { ...document, error_description: `${postkasseadresse} was left as it is` }
        : document
    },
  },
])
