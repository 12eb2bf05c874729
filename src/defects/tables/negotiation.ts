import { languageScope } from '../../reference/api/authenticate.ts'
import { encodeText, fieldValue } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import { withField, withJson, withoutField } from '../changed-response.ts'
import { ofFamily } from '../defect.ts'
import { without } from '../person-document.ts'

const page = '<!doctype html><html lang="nb"><title>Kontaktregisteret</title></html>'

/** Faults in which representation is chosen, and in how it is labelled. */
export const negotiationDefects = ofFamily('negotiation', [
  /** The content is as it should be; a client that goes by the label does not parse it. */
  {
    id: 'DEF-NEG-JSON-IS-LABELLED-TEXT',
    title: 'the JSON representation has Content-Type: text/plain',
    seam: 'response',
    violates: ['KRR-NEG-001', 'KRR-NEG-004'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { representation }) =>
      representation === 'application/json'
        ? withField(response, 'Content-Type', 'text/plain')
        : response,
  },
  /** It is UTF-8 all the same; names with æ, ø and å would come out wrong. */
  {
    id: 'DEF-NEG-JSON-IS-LABELLED-LATIN-1',
    title: 'the JSON representation is labelled as ISO-8859-1',
    seam: 'response',
    violates: ['KRR-NEG-001'],
    inject: (response, { representation }) =>
      representation === 'application/json'
        ? withField(response, 'Content-Type', 'application/json; charset=ISO-8859-1')
        : response,
  },
  /** The page calls application/jose the usual and JSON the possible: here it is possible for some. */
  {
    id: 'DEF-NEG-JSON-IS-REFUSED-TO-MAILBOX-READERS',
    title: 'with digitalpost.read alone application/json is not acceptable',
    seam: 'representation',
    violates: ['KRR-NEG-001'],
    // `*/*` would be the other one then.
    alsoTrips: ['KRR-NEG-004'],
    inject: (representation, context) =>
      representation === 'application/json' && isAskedWith(context, 'digitalpost')
        ? undefined
        : representation,
  },
  /** Unsigned, and labelled as what it is. Who reads JSON anyway does not notice. */
  {
    id: 'DEF-NEG-JOSE-IS-ANSWERED-WITH-JSON',
    title: 'Accept: application/jose is answered with JSON',
    seam: 'representation',
    violates: ['KRR-NEG-002'],
    inject: () => 'application/json',
  },
  /** Whoever may write has to read unsigned. */
  {
    id: 'DEF-NEG-JOSE-IS-REFUSED-BESIDE-THE-WRITE-SCOPE',
    title: 'with spraak.write beside a read scope application/jose is not acceptable',
    seam: 'representation',
    violates: ['KRR-NEG-002'],
    inject: (representation, context) =>
      representation === 'application/jose' &&
      context.scopes.includes(languageScope) &&
      !isAskedWith(context, 'spraak')
        ? undefined
        : representation,
  },
  /** Signed as it should be; application/jose is the compact form (RFC 7515, 9.2.1). */
  {
    id: 'DEF-NEG-JWS-IS-IN-THE-JSON-SERIALIZATION',
    title: 'the JWS comes in the flattened JSON serialization',
    seam: 'jwsCompact',
    violates: ['KRR-NEG-002'],
    inject: (compact) => {
      const [header, payload, signature] = compact.split('.')
      return JSON.stringify({ protected: header, payload, signature })
    },
  },
  /** Without the field every type is acceptable (RFC 9110, 12.4.1). */
  {
    id: 'DEF-NEG-NO-ACCEPT-IS-NOT-ACCEPTABLE',
    title: 'a request without Accept is refused with 406',
    seam: 'representation',
    violates: ['KRR-NEG-004'],
    inject: (representation, { request }) =>
      fieldValue(request, 'accept') === undefined ? undefined : representation,
  },
  /** A page for people who came by browser, in the place of the person. */
  {
    id: 'DEF-NEG-ANY-ACCEPT-YIELDS-A-PAGE',
    title: 'Accept: */* is answered with an HTML page',
    seam: 'response',
    violates: ['KRR-NEG-004'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { request, representation }) =>
      representation !== undefined && fieldValue(request, 'accept') === '*/*'
        ? { ...withField(response, 'Content-Type', 'text/html'), content: encodeText(page) }
        : response,
  },
  /** A list is read as a list, and `q` as something for others. */
  {
    id: 'DEF-NEG-FIRST-TYPE-NAMED-IS-TAKEN',
    title: 'of the types in Accept the first one is taken, whatever its weight',
    seam: 'representation',
    violates: ['KRR-NEG-005'],
    inject: (representation, { request }) => {
      const [first = ''] = (fieldValue(request, 'accept') ?? '').split(/[,;]/)
      const isOneOfTwo = first === 'application/json' || first === 'application/jose'
      return isOneOfTwo ? first : representation
    },
  },
  /** It is looked for as a piece of text. */
  {
    id: 'DEF-NEG-JOSE-IS-PREFERRED-WHATEVER-ITS-WEIGHT',
    title: 'application/jose is taken wherever Accept names it, whatever its weight',
    seam: 'representation',
    violates: ['KRR-NEG-005'],
    inject: (representation, { request }) =>
      fieldValue(request, 'accept')?.includes('application/jose')
        ? 'application/jose'
        : representation,
  },
  /** The field is compared as a whole. */
  {
    id: 'DEF-NEG-TWO-TYPES-ARE-NOT-ACCEPTABLE',
    title: 'an Accept that names more than one type is refused with 406',
    seam: 'representation',
    violates: ['KRR-NEG-005'],
    inject: (representation, { request }) =>
      fieldValue(request, 'accept')?.includes(',') ? undefined : representation,
  },
  /** A refusal in order otherwise, that says nothing of types. */
  {
    id: 'DEF-NEG-UNOFFERED-TYPE-IS-A-BAD-REQUEST',
    title: 'an Accept that names no type offered is answered with 400',
    seam: 'response',
    violates: ['KRR-NEG-006'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response) =>
      response.status === 406
        ? { ...withJson(response, (error) => ({ ...error, status: 400 })), status: 400 }
        : response,
  },
  /** Neither the one nor the other: a client takes it for a person without members. */
  {
    id: 'DEF-NEG-UNOFFERED-TYPE-YIELDS-NOTHING',
    title: 'an Accept that names no type offered is answered with 200 and nothing',
    seam: 'response',
    violates: ['KRR-NEG-006'],
    inject: (response) =>
      response.status === 406 ? { ...response, status: 200, content: new Uint8Array() } : response,
  },
  /** A browser shows the JSON again where the JWS was asked for. */
  {
    id: 'DEF-NEG-VARY-IS-MISSING-WHERE-JSON-MAY-BE-STORED',
    title: 'JSON may be stored, and Vary does not name Accept',
    seam: 'response',
    violates: ['KRR-NEG-007'],
    alsoTrips: ['KRR-HTTP-010'],
    inject: (response, { representation }) =>
      representation === 'application/json'
        ? withField(withoutField(response, 'Vary'), 'Cache-Control', 'private, max-age=60')
        : response,
  },
  /** As a gateway that compresses writes it. */
  {
    id: 'DEF-NEG-VARY-NAMES-THE-CODING-ALONE-WHERE-A-JWS-MAY-BE-STORED',
    title: 'a JWS may be stored, and Vary names Accept-Encoding alone',
    seam: 'response',
    violates: ['KRR-NEG-007'],
    alsoTrips: ['KRR-HTTP-010'],
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(withField(response, 'Vary', 'Accept-Encoding'), 'Cache-Control', 'no-cache')
        : response,
  },
  /** The compressed answer is made of another copy, which is not complete. */
  {
    id: 'DEF-NEG-GZIP-YIELDS-A-PERSON-WITHOUT-A-LANGUAGE',
    title: 'with Accept-Encoding: gzip the person lacks spraak',
    seam: 'personDocument',
    violates: ['KRR-NEG-008'],
    inject: (person, { request }) =>
      fieldValue(request, 'accept-encoding') === undefined ? person : without(person, 'spraak'),
  },
  /** The field is set by one part of the server, and the compression was switched off in another. */
  {
    id: 'DEF-NEG-UNCOMPRESSED-CONTENT-IS-LABELLED-GZIP',
    title: 'with Accept-Encoding: gzip the content is labelled gzip and is not',
    seam: 'response',
    violates: ['KRR-NEG-008', 'KRR-NEG-010'],
    inject: (response, { request, representation }) => {
      const isAsked = fieldValue(request, 'accept-encoding') !== undefined
      if (!isAsked || representation !== 'application/json') return response
      // A charset, which is in order, keeps the content from being compressed after all.
      const plain = withField(response, 'Content-Type', 'application/json;charset=utf-8')
      return withField(plain, 'Content-Encoding', 'gzip')
    },
  },
  /** It is text, and more than that. */
  {
    id: 'DEF-NEG-JWS-IS-LABELLED-TEXT',
    title: 'the JWS has Content-Type: text/plain',
    seam: 'response',
    violates: ['KRR-NEG-009'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { representation }) =>
      representation === 'application/jose'
        ? withField(response, 'Content-Type', 'text/plain')
        : response,
  },
  /** A JWT is a JWS of claims; the page says application/jose. */
  {
    id: 'DEF-NEG-JWS-IS-LABELLED-JWT-BESIDE-THE-WRITE-SCOPE',
    title: 'a token with spraak.write gets the JWS with Content-Type: application/jwt',
    seam: 'response',
    violates: ['KRR-NEG-009'],
    // No status or type that the document names.
    alsoTrips: ['KRR-SPEC-006'],
    inject: (response, { representation, scopes }) =>
      representation === 'application/jose' && scopes.includes(languageScope)
        ? withField(response, 'Content-Type', 'application/jwt')
        : response,
  },
  /** A proxy took the coding off, and left the field. */
  {
    id: 'DEF-NEG-CONTENT-ENCODING-IS-A-LIE',
    title: 'a person is labelled gzip and comes as plain JSON, unasked',
    seam: 'response',
    violates: ['KRR-NEG-010'],
    inject: (response, { request, representation }) =>
      representation === 'application/json' && fieldValue(request, 'accept-encoding') === undefined
        ? withField(response, 'Content-Encoding', 'gzip')
        : response,
  },
])
