import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** RFC 7797 has to be understood by who is told so; the payload is encoded all the same. */
export const payloadIsCalledUnencoded: DefectAt<'jws'> = {
  id: 'DEF-JWS-PAYLOAD-IS-CALLED-UNENCODED',
  title: 'b64 is false and in crit, for digitalpost.read with spraak.write',
  family: 'JWS structure',
  seam: 'jws',
  violates: ['KRR-JWS-008'],
  inject: ({ header, payload }, context) =>
    isAskedWith(context, 'digitalpost', 'spraak')
      ? { header: { ...header, b64: false, crit: ['b64'] }, payload }
      : { header, payload },
}
