import { fieldValue } from '../../evidence/exchange.ts'
import type { PlainHttpReading } from '../../evidence/tls-reading.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'

/**
 * Asked without a token, and a 401 is no refusal of plain http: it asks for a token in the clear. Nobody there,
 * a connection closed, and any other 4xx are.
 */
export const plainHttpIsRefusedOrRedirected: Rule<PlainHttpReading> = {
  id: 'KRR-TLS-004',
  title: 'Plain http is refused, or redirected to https',
  level: 'MUST',
  basis: 'standard',
  since: 2,
  cites: ['RFC6750-019'],

  *check(reading) {
    if (!reading.answered) return
    const { response } = reading.exchange
    if (isRedirect(response.status)) {
      const location = fieldValue(response, 'location')
      if (!isHttps(location)) {
        yield { at: 'Location', expected: 'an https address', actual: orAbsent(location) }
      }
    } else if (response.status < 400 || response.status === 401 || response.status >= 500) {
      yield {
        at: 'status',
        expected: '3xx to https, or a refusal',
        actual: fromWire(response.status),
      }
    }
  },

  met: (reading) => {
    if (!reading.answered) return reading.refusal
    const { status } = reading.exchange.response
    return isRedirect(status) ? `redirected with ${status}` : `answered with ${status}`
  },
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** A relative reference leads to plain http again. */
const isHttps = (location: string | undefined): boolean =>
  location !== undefined && URL.canParse(location) && new URL(location).protocol === 'https:'
