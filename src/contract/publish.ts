import { contentText, type Exchange, mediaType } from '../evidence/exchange.ts'
import type { PublishedDocument } from '../evidence/published-document.ts'
import type { Send } from '../evidence/transport.ts'
import { parseDocument } from './parse-document.ts'
import { personResource } from './response-schema.ts'
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

/** Where springdoc serves Swagger UI's configuration, unless it is told otherwise. */
const usualConfiguration = '/v3/api-docs/swagger-config'

type Get = (url: string) => Promise<Exchange>

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
  const asked: Promise<Exchange>[] = []
  const get: Get = (url) => {
    const label = `GET ${new URL(url).pathname}`
    const answer = send(label, { method: 'GET', url, fields: [['Accept', accept]] })
    asked.push(answer)
    return answer
  }
  const searched = async (): Promise<readonly Exchange[]> =>
    (await Promise.allSettled(asked)).flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    )
  const none = async (reason: string): Promise<PublishedDocument> => ({
    found: false,
    apiUrl,
    searched: await searched(),
    reason,
  })
  const read = async (url: string): Promise<PublishedDocument> => {
    const exchange = await get(url)
    const { status } = exchange.response
    if (status !== 200) return none(`${new URL(url).pathname} answered ${status}`)
    const document = parseDocument(contentText(exchange.response))
    return { found: true, apiUrl, searched: await searched(), exchange, document }
  }

  if (specUrl !== undefined) return read(specUrl)
  const named: string[] = []
  const results: PublishedDocument[] = []
  for await (const urls of documentsOfSwaggerUi(apiUrl, get)) {
    for (const url of urls) {
      if (named.includes(url) || named.length >= mostDocuments) continue
      named.push(url)
      const result = await read(url)
      if (describesPerson(result)) return result
      results.push(result)
    }
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

/**
 * The addresses of documents that Swagger UI is configured with. Its page and the usual place of its configuration
 * are asked at once; the way from the page to a configuration elsewhere is gone only where that led nowhere.
 */
async function* documentsOfSwaggerUi(apiUrl: string, get: Get): AsyncGenerator<readonly string[]> {
  const base = new URL('/swagger-ui/index.html', apiUrl).href
  const usual = new URL(usualConfiguration, apiUrl).href
  const textAt = async (url: string): Promise<string> => {
    const { response } = await get(url)
    return response.status === 200 ? contentText(response) : ''
  }
  const configurationAt = async (url: string) => swaggerUiConfiguration(await textAt(url), base)
  const [page, guessed] = await Promise.all([
    configurationAt(base),
    // A guess: that nothing came from there is no trouble yet.
    textAt(usual).catch(() => ''),
  ])
  // A page that is given for any address is no configuration, whatever it names.
  if (guessed.trimStart().startsWith('{')) yield swaggerUiConfiguration(guessed, base).documents
  const [initializer] = page.scripts
  const script = initializer === undefined ? undefined : await configurationAt(initializer)
  const [elsewhere] = [...page.configurations, ...(script?.configurations ?? [])].filter(
    (url) => url !== usual,
  )
  const configuration = elsewhere === undefined ? undefined : await configurationAt(elsewhere)
  yield [configuration, script, page].flatMap((place) => place?.documents ?? [])
}
