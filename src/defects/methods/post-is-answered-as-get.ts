import type { DefectAt } from '../defect.ts'

/** A handler without a method of its own answers to every one. */
export const postIsAnsweredAsGet: DefectAt<'method'> = {
  id: 'DEF-HTTP-POST-IS-ANSWERED-AS-GET',
  title: 'POST yields the person as GET does',
  family: 'methods',
  seam: 'method',
  violates: ['KRR-HTTP-001'],
  inject: (method) => (method === 'POST' ? 'GET' : method),
}
