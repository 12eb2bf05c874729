import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** `authorization.replace('Bearer ', '')`: where there is nothing to replace, the whole value is the token. */
export const blindSchemeLeftOut: DefectAt<'credentials'> = {
  id: 'DEF-AUTH-BLIND-SCHEME-LEFT-OUT',
  title: 'a token is taken without any scheme before it',
  family: 'written blind',
  violates: ['KRR-AUTH-013'],
  seam: 'credentials',
  inject: (credentials, { request }) => {
    const value = fieldValue(request, 'authorization')?.trim()
    return value === undefined || value.includes(' ')
      ? credentials
      : { scheme: 'Bearer', token: value }
  },
}
