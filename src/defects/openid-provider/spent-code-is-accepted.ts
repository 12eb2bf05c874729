import type { DefectAt } from '../defect.ts'

/** The code stands in browser histories and logs: whoever finds it logs in. */
export const spentCodeIsAccepted: DefectAt<'codeReuse'> = {
  id: 'DEF-OP-SPENT-CODE-IS-ACCEPTED',
  title: 'a code that was spent is exchanged again',
  family: 'OpenID provider',
  seam: 'codeReuse',
  violates: ['KRR-OP-011'],
  inject: () => 'accepted',
}
