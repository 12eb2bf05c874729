import { encodeText } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import { ofFamily } from '../defect.ts'
import { isOf } from '../person-document.ts'

/** The text of a JSON object with another member before its first one. */
const withFirstMember = (json: Uint8Array, member: string): Uint8Array =>
  Buffer.concat([Buffer.from(`{${member},`), json.subarray(1)])

/** Faults of the JSON text that a parsed person does not show. */
export const rawJsonDefects = ofFamily('raw JSON', [
  /** Most parsers pass over it, so that nobody notices until a strict one comes. */
  {
    id: 'DEF-BODY-JSON-BEGINS-WITH-A-BYTE-ORDER-MARK',
    title: 'application/json begins with a byte order mark',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019'],
    inject: (json, { representation }) =>
      representation === 'application/json' ? Buffer.concat([encodeText('\u{feff}'), json]) : json,
  },
  /** JavaScript allows it, JSON does not. */
  {
    id: 'DEF-BODY-JSON-HAS-A-TRAILING-COMMA',
    title: 'the payload of application/jose ends in ",}" for digitalpost.read with spraak.write',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019', 'KRR-JWS-009'],
    inject: (json, context) =>
      context.representation === 'application/jose' && isAskedWith(context, 'digitalpost', 'spraak')
        ? Buffer.concat([json.subarray(0, -1), Buffer.from(',}')])
        : json,
  },
  /** As a search would answer, with one person found. */
  {
    id: 'DEF-BODY-JSON-IS-A-LIST',
    title: 'application/json is a list of one person for both read scopes',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019'],
    // Such content is neither representation.
    alsoTrips: ['KRR-NEG-005'],
    inject: (json, context) =>
      context.representation === 'application/json' &&
      isAskedWith(context, 'kontaktinformasjon', 'digitalpost')
        ? Buffer.concat([Buffer.from('['), json, Buffer.from(']')])
        : json,
  },
  /** One document a line: parsers of streams like it, and JSON it is not. */
  {
    id: 'DEF-BODY-JSON-IS-TWO-DOCUMENTS',
    title: 'an empty object follows the person who is not in the register',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019'],
    inject: (json, context) =>
      context.representation === 'application/json' && isOf(context, 'UNREGISTERED')
        ? Buffer.concat([json, Buffer.from('\n{}')])
        : json,
  },
  /** RFC 8259 left UTF-8 as the only encoding; its forerunner had this one too. */
  {
    id: 'DEF-BODY-JSON-IS-UTF-16',
    title: 'application/json is UTF-16 for digitalpost.read alone',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019'],
    alsoTrips: ['KRR-NEG-004'],
    inject: (json, context) =>
      context.representation === 'application/json' && isAskedWith(context, 'digitalpost')
        ? Buffer.from(Buffer.from(json).toString('utf8'), 'utf16le')
        : json,
  },
  /** Inside the signature, where nobody looks at bytes. */
  {
    id: 'DEF-BODY-PAYLOAD-BEGINS-WITH-A-BYTE-ORDER-MARK',
    title: 'the payload of application/jose begins with a byte order mark',
    seam: 'jsonContent',
    violates: ['KRR-BODY-019'],
    inject: (json, { representation }) =>
      representation === 'application/jose' ? Buffer.concat([encodeText('\u{feff}'), json]) : json,
  },
  /** Inside another object, the former address first: who takes the last one sees nothing wrong. */
  {
    id: 'DEF-BODY-EPOSTADRESSE-OCCURS-TWICE',
    title: 'kontaktinformasjon holds the former epostadresse before the present one',
    seam: 'jsonContent',
    violates: ['KRR-BODY-023'],
    inject(json, { representation }) {
      if (representation === 'application/jose') return json
      const text = Buffer.from(json).toString('utf8')
      return encodeText(
        text.replace('"epostadresse":', '"epostadresse":"former@example.com","epostadresse":'),
      )
    },
  },
  /** Names are compared unescaped (RFC 8259, 8.3): one parser reads JA here and another NEI. */
  {
    id: 'DEF-BODY-RESERVASJON-OCCURS-TWICE-ESCAPED',
    title: 'reservasjon occurs twice in application/jose, once with an escaped letter',
    seam: 'jsonContent',
    violates: ['KRR-BODY-023'],
    inject: (json, { representation }) =>
      representation === 'application/jose'
        ? withFirstMember(json, '"reservasj\\u006fn":"JA"')
        : json,
  },
  /** Both say the same, and parsers still may refuse it or take either. */
  {
    id: 'DEF-BODY-STATUS-OCCURS-TWICE',
    title: 'status occurs twice, with the same value',
    seam: 'jsonContent',
    violates: ['KRR-BODY-023'],
    inject: (json, { document }) =>
      withFirstMember(json, `"status":${JSON.stringify(document['status'])}`),
  },
])
