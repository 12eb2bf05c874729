import type { CustomFetch } from 'openid-client'
import type { Exchange, FieldLine } from '../evidence/exchange.ts'
import { contentText } from '../evidence/message.ts'
import type { Send } from '../evidence/transport.ts'
import { type OwnHosts, requireOwn } from './own-hosts.ts'
import { learnParameters, learnTokenResponse, type OnSecret } from './secrets.ts'

/** A fetch for openid-client whose every request goes through a recorder. */
export interface RecordingFetch {
  readonly fetch: CustomFetch
  /** What was exchanged, in order and raw, whatever the library made of it. */
  readonly exchanges: readonly Exchange[]
}

export interface RecordingFetchOptions extends OwnHosts {
  readonly send: Send
  readonly onSecret: OnSecret
  readonly label: string
  /** Where the JWK Set is: it is asked again for a key that is not known. */
  readonly jwksUri?: string | undefined
  /** Sent byte for byte: the library would take it from a parsed URL, which may write it otherwise. */
  readonly redirectUri: string | undefined
  /** Whether a POST may be sent again though the one before may have arrived. */
  readonly mayRepeat?: true | undefined
}

/** Makes a fetch that sends by `send` and keeps the exchanges. */
export const recordingFetch = (options: RecordingFetchOptions): RecordingFetch => {
  const exchanges: Exchange[] = []
  const fetch: CustomFetch = async (url, { method, headers, body }) => {
    requireOwn(options, url, `${options.label}: the endpoint`)
    const form = body instanceof URLSearchParams ? body : undefined
    if (form !== undefined && options.redirectUri !== undefined && form.has('redirect_uri'))
      form.set('redirect_uri', options.redirectUri)
    if (form !== undefined) learnParameters(form, options.onSecret)
    const fields = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'user-agent')
    learnCredentials(fields, options.onSecret)
    const content = form === undefined ? undefined : new TextEncoder().encode(form.toString())
    const { mayRepeat } = options
    const label =
      url === options.jwksUri ? 'GET JWK Set, for a key that is not known' : options.label
    const exchange = await options.send(label, { method, url, fields, content, mayRepeat })
    exchanges.push(exchange)
    learnTokenResponse(contentText(exchange.response), options.onSecret)
    return responseOf(exchange)
  }
  return { fetch, exchanges }
}

const learnCredentials = (fields: readonly FieldLine[], onSecret: OnSecret): void => {
  for (const [name, value] of fields) {
    const [, credentials] = value.split(' ')
    if (name.toLowerCase() === 'authorization' && credentials !== undefined)
      onSecret('credentials', credentials)
  }
}

const withoutContent = new Set([204, 205, 304])

const responseOf = ({ response }: Exchange): Response => {
  const headers = new Headers()
  for (const [name, value] of response.fields) headers.append(name, value)
  const content = withoutContent.has(response.status) ? null : Buffer.from(response.content)
  return new Response(content, { status: response.status, headers })
}
