import type { DefectAt } from '../defect.ts'

/** A client that refreshes in a hidden frame waits for somebody to log in. */
export const silentRequestIsShownTheLogin: DefectAt<'silentRequest'> = {
  id: 'DEF-OP-SILENT-REQUEST-IS-SHOWN-THE-LOGIN',
  title: 'prompt=none without a login leads to the login page',
  family: 'OpenID provider',
  seam: 'silentRequest',
  violates: [],
  observes: [{ rule: 'KRR-OP-012', met: 'redirected to another page than the client' }],
  inject: () => 'page',
}
