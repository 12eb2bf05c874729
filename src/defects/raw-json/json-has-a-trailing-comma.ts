import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** JavaScript allows it, JSON does not. */
export const jsonHasATrailingComma: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-JSON-HAS-A-TRAILING-COMMA',
  title: 'the payload of application/jose ends in ",}" for digitalpost.read with spraak.write',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-019', 'KRR-JWS-009'],
  inject: (json, context) =>
    context.representation === 'application/jose' && isAskedWith(context, 'digitalpost', 'spraak')
      ? Buffer.concat([json.subarray(0, -1), Buffer.from(',}')])
      : json,
}
