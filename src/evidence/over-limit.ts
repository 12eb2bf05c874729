import { contentText, type Exchange, type HttpResponse } from './exchange.ts'
import { jsonLimit } from './json.ts'
import { parseJws } from './jws.ts'
import { limits } from './limits.ts'

const mebibytes = `${limits.contentBytes / 1024 / 1024} MiB`

/**
 * Which limit a response's content is over, in words, or undefined where all of it was read: nobody knows what the rest
 * says, so that a rule which finds no fault in it has not seen that there is none.
 */
export const overLimit = (response: HttpResponse): string | undefined => {
  const known = found.get(response)
  if (known !== undefined || found.has(response)) return known
  const over = search(response)
  found.set(response, over)
  return over
}

const found = new WeakMap<HttpResponse, string | undefined>()

const search = (response: HttpResponse): string | undefined => {
  if (response.isCut) return `the content has more than ${mebibytes}`
  const text = contentText(response).trim()
  if (text.startsWith('{') || text.startsWith('[')) return inWords('the content', jsonLimit(text))
  const jws = parseJws(text)
  if (jws === undefined) return partLimit(text)
  return inWords('the payload', jsonLimit(new TextDecoder().decode(jws.payload)))
}

const inWords = (what: string, over: string | undefined): string | undefined =>
  over === undefined ? undefined : `${what} is JSON with ${over}`

/** Of what is a JWS but for a part that is longer, or a header that is deeper, than what is read. */
const partLimit = (text: string): string | undefined => {
  const end = text.indexOf('.')
  if (end < 0 || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return undefined
  if (end > limits.joseHeader)
    return `the JOSE header has more than ${limits.joseHeader} characters`
  if (text.indexOf('.', end + 1) - end - 1 > limits.jwsPayload)
    return `the JWS payload has more than ${limits.jwsPayload} characters`
  const header = Buffer.from(text.slice(0, end), 'base64url').toString('utf8')
  return inWords('the JOSE header', jsonLimit(header))
}

/** The first of these exchanges that has more than is read, with what it is over. */
export const firstOverLimit = (exchanges: Iterable<Exchange>): string | undefined => {
  for (const { label, response } of exchanges) {
    const over = overLimit(response)
    if (over !== undefined) return `${label}: ${over}, which is more than is read`
  }
  return undefined
}
