import type { DefectAt } from '../defect.ts'

const trace = [
  'no.example.krr.PersonRefusedException: refused',
  '\tat no.example.krr.PersonController.person(PersonController.java:42)',
].join('\n')

/** A setting for developers that was left on. */
export const errorHoldsAStackTrace: DefectAt<'errorDocument'> = {
  id: 'DEF-ERR-ERROR-HOLDS-A-STACK-TRACE',
  title: 'every error holds a stack trace',
  family: 'errors and disclosure',
  seam: 'errorDocument',
  violates: ['KRR-ERR-002'],
  inject: (error) => ({ ...error, trace }),
}
