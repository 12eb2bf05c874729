import { fieldValue } from '../../reference/api/message.ts'
import { asMainUser } from '../authentication/as-main-user.ts'
import type { DefectAt } from '../defect.ts'

export const blindJwsWithoutCredentials: DefectAt<'authentication'> = {
  id: 'DEF-AUTH-BLIND-JWS-WITHOUT-CREDENTIALS',
  title: 'who asks for a JWS needs no credentials; who asks for JSON does',
  family: 'written blind',
  violates: ['KRR-AUTH-001'],
  seam: 'authentication',
  inject: (authentication, context) =>
    context.credentials === undefined &&
    fieldValue(context.request, 'accept') === 'application/jose'
      ? asMainUser(context)
      : authentication,
}
