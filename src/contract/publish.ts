import type { Exchange } from '../evidence/exchange.ts'
import { contentText, mediaType } from '../evidence/message.ts'
import type { PublishedDocument } from '../evidence/published-document.ts'
import type { Send } from '../evidence/transport.ts'
import { parseDocument } from './parse-document.ts'
import { personResource } from './person-resource.ts'
import { swaggerUiConfiguration } from './swagger-ui.ts'

/** Whose document is looked for. */
export interface Publisher {
  /** The person resource's whole URL. */
  readonly apiUrl: string
  /** The document's address where it is configured: then it is the only one asked. */
  readonly specUrl: string | undefined
}

/** Groups of one Swagger UI that are looked into for the one with the person resource. */
const mostDocuments = 5

const accept = 'application/json, application/yaml;q=0.9, */*;q=0.1'

/**
 * Looks for the OpenAPI document of an environment: at its configured address, else where the API's
 * Swagger UI finds it, else at `/v3/api-docs` on the API's origin. No token is sent, no redirect is
 * followed, and nothing but a configured address leads to another origin.
 * @throws EvidenceUnavailableError where an address gave no judgeable response
 */
export const findPublishedDocument = async (
  { apiUrl, specUrl }: Publisher,
  send: Send,
): Promise<PublishedDocument> => {
  const searched: Exchange[] = []
  const get = async (url: string): Promise<Exchange> => {
    const label = `GET ${new URL(url).pathname}`
    const exchange = await send(label, { method: 'GET', url, fields: [['Accept', accept]] })
    searched.push(exchange)
    return exchange
  }
  const none = (reason: string): PublishedDocument => ({ found: false, apiUrl, searched, reason })
  const read = async (url: string): Promise<PublishedDocument> => {
    const exchange = await get(url)
    const { status } = exchange.response
    if (status !== 200) return none(`${new URL(url).pathname} answered ${status}`)
    const document = parseDocument(contentText(exchange.response))
    return { found: true, apiUrl, searched, exchange, document }
  }

  if (specUrl !== undefined) return read(specUrl)
  const named = (await documentsOfSwaggerUi(apiUrl, get)).slice(0, mostDocuments)
  const results: PublishedDocument[] = []
  for (const url of named) {
    const result = await read(url)
    if (describesPerson(result)) return result
    results.push(result)
  }
  const other = results.find(({ found }) => found)
  if (other !== undefined) return other
  const guessed = await read(new URL('/v3/api-docs', apiUrl).href)
  return guessed.found && isPage(guessed.exchange)
    ? none('/v3/api-docs answered with a page')
    : guessed
}

/** A web application's page, which it gives for any address. */
const isPage = ({ response }: Exchange): boolean =>
  ['text/html', 'application/xhtml+xml'].includes(mediaType(response)?.essence ?? '')

const describesPerson = (result: PublishedDocument): boolean =>
  result.found &&
  result.document !== undefined &&
  personResource(result.document, result.apiUrl) !== undefined

/** The addresses of documents that Swagger UI's page, its initializer or its JSON configuration name. */
const documentsOfSwaggerUi = async (
  apiUrl: string,
  get: (url: string) => Promise<Exchange>,
): Promise<readonly string[]> => {
  const base = new URL('/swagger-ui/index.html', apiUrl).href
  const configurationAt = async (url: string) => {
    const { response } = await get(url)
    return swaggerUiConfiguration(response.status === 200 ? contentText(response) : '', base)
  }
  const page = await configurationAt(base)
  const [initializer] = page.scripts
  const script = initializer === undefined ? undefined : await configurationAt(initializer)
  const [configUrl] = [...page.configurations, ...(script?.configurations ?? [])]
  const configuration = configUrl === undefined ? undefined : await configurationAt(configUrl)
  return [configuration, script, page].flatMap((place) => place?.documents ?? [])
}
