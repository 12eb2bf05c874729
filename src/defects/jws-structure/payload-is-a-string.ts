import { encodeJson } from '../../reference/api/message.ts'
import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** Serialised twice. It is valid JSON, and what is in it is not a person yet. */
export const payloadIsAString: DefectAt<'jws'> = {
  id: 'DEF-JWS-PAYLOAD-IS-A-STRING',
  title:
    'the payload is the person as a JSON string, for kontaktinformasjon.read with spraak.write',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-009', 'KRR-BODY-019'],
  inject: ({ header, payload }, context) =>
    isAskedWith(context, 'kontaktinformasjon', 'spraak')
      ? { header, payload: encodeJson(Buffer.from(payload).toString('utf8')) }
      : { header, payload },
}
