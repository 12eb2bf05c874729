import { type Exchange, fieldValue } from '../evidence/exchange.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { isWebPage } from '../evidence/trouble.ts'

/**
 * Makes sure that the provider itself has answered. Where its metadata or keys belong and a web page comes, or a
 * redirect to another host, somebody between here and there speaks: a captive portal, a proxy, a page of maintenance.
 * Whoever the provider is, nothing was heard of it.
 * @throws EvidenceUnavailableError
 */
export const requireOwnAnswer = ({ label, request, response }: Exchange): void => {
  const { host } = new URL(request.url)
  const what = isWebPage(response)
    ? `a web page (status ${response.status}, text/html)`
    : redirectElsewhere(request.url, response)
  if (what === undefined) return
  throw new EvidenceUnavailableError(
    `${label}: ${what} came in the place of ${host}'s JSON document`,
    { obstacle: { kind: 'foreign-page' } },
  )
}

const redirectElsewhere = (from: string, response: Exchange['response']): string | undefined => {
  const location = fieldValue(response, 'location') ?? ''
  if (response.status < 300 || response.status > 399 || !URL.canParse(location, from)) {
    return undefined
  }
  const isElsewhere = new URL(location, from).host !== new URL(from).host
  return isElsewhere ? `a redirect to another host (status ${response.status})` : undefined
}
