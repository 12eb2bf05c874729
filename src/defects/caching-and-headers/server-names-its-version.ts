import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** No fault by the contract: it is reported. */
export const serverNamesItsVersion: DefectAt<'response'> = {
  id: 'DEF-HTTP-SERVER-NAMES-ITS-VERSION',
  title: 'every response names the product and its version',
  family: 'caching and headers',
  seam: 'response',
  violates: [],
  observes: [{ rule: 'KRR-HTTP-008', met: 'Server: Example/4.2.1' }],
  inject: (response) => withField(response, 'Server', 'Example/4.2.1'),
}
