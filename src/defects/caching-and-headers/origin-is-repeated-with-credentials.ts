import { fieldValue } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** A list of origins that was never filled in. */
export const originIsRepeatedWithCredentials: DefectAt<'response'> = {
  id: 'DEF-HTTP-ORIGIN-IS-REPEATED-WITH-CREDENTIALS',
  title: 'a preflight is answered with the origin that asked, and with credentials',
  family: 'caching and headers',
  seam: 'response',
  violates: ['KRR-HTTP-006'],
  inject: (response, { request }) => {
    const origin = fieldValue(request, 'origin')
    if (request.method !== 'OPTIONS' || origin === undefined) return response
    const opened = withField(response, 'Access-Control-Allow-Origin', origin)
    return withField(opened, 'Access-Control-Allow-Credentials', 'true')
  },
}
