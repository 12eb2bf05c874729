import { isProduction } from '../config/address.ts'
import type { ConformanceReport, RecordedExchange } from './model.ts'

/** A request as curl sends it, with variables where secrets were, and what gives them their values. */
export interface Curl {
  /** The command that fills `$KRR_TOKEN`, or a comment that says why none does. */
  readonly before: string | undefined
  readonly command: string
}

/** The scopes of each access token that was issued in the run, by its pseudonym. */
export const issuedTokens = (
  exchanges: readonly RecordedExchange[],
): ReadonlyMap<string, string> => {
  const scopes = new Map<string, string>()
  for (const { response } of exchanges) {
    const [, token] =
      /"access_token": ?"(\[access token[^"]*\])"/.exec(response.content ?? '') ?? []
    const [, scope = ''] = /"scope": ?"([^"]*)"/.exec(response.content ?? '') ?? []
    if (token !== undefined) scopes.set(token, scope)
  }
  return scopes
}

/** The exchange as a command to be pasted into a shell. */
export const curlOf = (
  { request }: Pick<RecordedExchange, 'request'>,
  target: ConformanceReport['target'],
  issued: ReadonlyMap<string, string>,
): Curl => {
  const { method, url, fields, content, contentLength } = request
  const isHead = method === 'HEAD'
  const sent = fields.filter(
    ([name, value]) => !ownFields.has(name.toLowerCase()) && value !== '[not recorded]',
  )
  const lines = [
    `curl -i${isHead ? 'I' : ''}${method === 'GET' || isHead ? '' : ` -X ${quoted(method)}`} ${quoted(url)}`,
    ...sent.map(([name, value]) => `-H ${quoted(`${name}: ${credentials(value, issued)}`)}`),
    ...(content === undefined ? [] : [`--data-binary ${quoted(compact(content))}`]),
    ...(content === undefined && contentLength > 0 ? ['--data-binary @document'] : []),
  ]
  return { before: tokenLine(request, target, issued), command: lines.join(' \\\n  ') }
}

/** What curl sets by itself. */
const ownFields = new Set(['host', 'content-length', 'connection', 'user-agent', 'accept-encoding'])

/** JSON is recorded with indentation that it did not have. */
const compact = (content: string): string => {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' ? JSON.stringify(value) : content
  } catch {
    return content
  }
}

/** The credentials of a client are recorded as those of any other scheme. */
const credentials = (value: string, issued: ReadonlyMap<string, string>): string => {
  const [, token = ''] = /^Basic (\[access token[^\]]*\])$/i.exec(value) ?? []
  return token === '' || issued.has(token) ? value : value.replace('[access token', '[credentials')
}

const tokenLine = (
  { fields, url }: RecordedExchange['request'],
  { environment, apiUrl, issuer }: ConformanceReport['target'],
  issued: ReadonlyMap<string, string>,
): string | undefined => {
  const authorization = fields.find(([name]) => /^authorization$/i.test(name))?.[1] ?? ''
  const shown = credentials(authorization, issued)
  const [token] = /\[access token[^\]]*\]/.exec(`${shown} ${url}`) ?? []
  if (token === undefined) return undefined
  const scopes = issued.get(token)
  if (scopes === undefined)
    return '# KRR_TOKEN: the harness made these credentials for this request alone'
  const krr = scopes.split(' ').filter((scope) => scope.startsWith('krr:'))
  if (isProduction(apiUrl, issuer))
    return `# KRR_TOKEN: an access token of your own for ${quoted(krr.join(' '))}. krr token prints none in production; npm run krr -- replay sends a finding's requests again`
  const env = environment === 'reference' ? 'sandbox' : environment
  return `KRR_TOKEN=$(npm run --silent krr -- token --env ${env} --scope ${quoted(krr.join(' '))})`
}

/** Within double quotes a shell takes these for its own. */
const quoted = (text: string): string => `"${text.split(masked).map(part).join('')}"`

const masked = /(\[[^[\],]+, \d+ characters[^\]]*\])/

const part = (text: string, index: number): string =>
  index % 2 === 0 ? text.replaceAll(/["\\$`]/g, '\\$&') : variableOf(text)

/** `$KRR_TOKEN` for an access token, else by the kind of what was there: `$KRR_CLIENT_SECRET`. */
const variableOf = (text: string): string => {
  const [, kind = ''] = /^\[([^,]*?)(?: as [^,]*)?,/.exec(text) ?? []
  return kind === 'access token' || kind === 'token'
    ? '$KRR_TOKEN'
    : `$KRR_${kind.toUpperCase().replaceAll(/[^A-Z]+/g, '_')}`
}
