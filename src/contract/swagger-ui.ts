import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, valueAt } from '../evidence/json.ts'

/** What a page or script of Swagger UI says of where documents lie, each as a whole URL. */
export interface SwaggerUiConfiguration {
  /** Scripts of the page that may hold the configuration. */
  readonly scripts: readonly string[]
  /** Where the configuration itself lies as JSON. */
  readonly configurations: readonly string[]
  /** The documents. */
  readonly documents: readonly string[]
}

const script = /<script[^>]*\ssrc\s*=\s*["']?([^"'\s>]*initializer[^"'\s>]*)/gi
const configUrl = /["']?\bconfigUrl["']?\s*:\s*["']([^"']+)["']/g
const documentUrl = /["']?\burl["']?\s*:\s*["']([^"']+)["']/g

/**
 * Swagger UI's configuration out of its page, its initializer or the JSON that springdoc serves for it.
 * Only addresses of the same origin are given: Swagger UI as delivered names a sample elsewhere.
 */
export const swaggerUiConfiguration = (text: string, base: string): SwaggerUiConfiguration => {
  const json = parseJson(text)
  if (isJsonObject(json)) {
    return { scripts: [], configurations: [], documents: sameOrigin(documentsOf(json), base) }
  }
  return {
    scripts: sameOrigin(all(text, script), base),
    configurations: sameOrigin(all(text, configUrl), base),
    documents: sameOrigin(all(text, documentUrl), base),
  }
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, address = '']) => address)

const documentsOf = (configuration: unknown): readonly unknown[] => {
  const urls = valueAt(configuration, 'urls')
  const named = Array.isArray(urls) ? urls.map((entry) => valueAt(entry, 'url')) : []
  return [valueAt(configuration, 'url'), ...named]
}

const sameOrigin = (addresses: readonly unknown[], base: string): readonly string[] => {
  const { origin } = new URL(base)
  const whole = addresses.flatMap((address) =>
    typeof address === 'string' && URL.canParse(address, base) ? [new URL(address, base)] : [],
  )
  return [...new Set(whole.filter((url) => url.origin === origin).map(({ href }) => href))]
}
