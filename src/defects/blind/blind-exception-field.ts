import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

export const blindExceptionField: DefectAt<'response'> = {
  id: 'DEF-ERR-BLIND-EXCEPTION-FIELD',
  title: 'a 400 names the exception in a field of its own, with package and class',
  family: 'written blind',
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
}
