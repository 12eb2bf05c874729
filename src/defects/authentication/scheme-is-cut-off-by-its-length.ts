import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** `authorization.substring(7)`: right for "Bearer ", and for "Digest " too. */
export const schemeIsCutOffByItsLength: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-SCHEME-IS-CUT-OFF-BY-ITS-LENGTH',
  title: 'the first seven characters of Authorization are cut off, whatever they are',
  family: 'authentication',
  seam: 'credentials',
  violates: ['KRR-AUTH-013'],
  inject: (credentials, { request }) => {
    const value = fieldValue(request, 'authorization')
    return value === undefined ? credentials : { scheme: 'Bearer', token: value.slice(7) }
  },
}
