import type { DefectAt } from '../defect.ts'

/** For clients that know no PATCH, and nobody remembers which. */
export const putChangesTheLanguage: DefectAt<'method'> = {
  id: 'DEF-HTTP-PUT-CHANGES-THE-LANGUAGE',
  title: 'PUT changes the language as PATCH does',
  family: 'methods',
  seam: 'method',
  violates: ['KRR-HTTP-001'],
  inject: (method) => (method === 'PUT' ? 'PATCH' : method),
}
