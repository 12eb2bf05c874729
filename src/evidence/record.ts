import { createHash } from 'node:crypto'
import {
  contentJson,
  contentText,
  type Exchange,
  type FieldLine,
  type HttpRequest,
  type HttpResponse,
  mediaType,
  parseJson,
} from './exchange.ts'
import { valueAt, wordsOf } from './json.ts'
import { type Jws, parseJws } from './jws.ts'
import { limits } from './limits.ts'
import type { DocumentKind, Masker } from './masking/masker.ts'
import { unrecordedFields } from './masking/members.ts'
import type { RecordedExchange, RecordedJws, RecordedMessage } from './recorded-exchange.ts'
import { certificateOfBase64, keyDigest, keyName } from './x509.ts'

/** A published document is kept whole up to this, so that those of two environments can be compared later. */
const documentCharacters = 524_288

/** The exchange as it may be shown and written: every secret and the person masked. */
export const recordExchange = (
  exchange: Exchange,
  masker: Masker,
  document: DocumentKind,
): RecordedExchange => {
  const { id, label, request, response, startedAt, receivedAt, failedAttempts } = exchange
  const jws = parseJws(contentText(response).trim())
  return {
    id,
    label: masker.text(label),
    startedAt: new Date(startedAt).toISOString(),
    elapsedMs: Math.round(receivedAt - startedAt),
    request: {
      method: request.method,
      url: masker.url(request.url),
      // What is put back is the person's own.
      ...recordMessage(request, masker, masker.production ? 'person' : 'open'),
    },
    response: {
      status: response.status,
      ...(jws === undefined
        ? recordMessage(response, masker, document)
        : {
            ...recordMessage(response, masker, 'not shown'),
            jws: recordJws(jws, masker, document),
          }),
    },
    failedAttempts: failedAttempts.map((attempt) => ({
      startedAt: new Date(attempt.startedAt).toISOString(),
      elapsedMs: Math.round(attempt.elapsedMs),
      trouble: masker.text(attempt.trouble),
    })),
  }
}

type Message = Pick<HttpRequest | HttpResponse, 'fields' | 'content'>

const recordMessage = (
  message: Message,
  masker: Masker,
  kind: DocumentKind | 'not shown',
): RecordedMessage => {
  const type = mediaType(message)
  const isShown = message.content !== undefined && kind !== 'not shown'
  const content = isShown ? recordContent(message, masker, kind) : ''
  const digests = digestsOf(message.content)
  return {
    fields: message.fields.map((line) =>
      confirms(line, digests) || mayConfirm(line, message)
        ? [masker.text(line[0]), '[not recorded]']
        : recordField(line, masker),
    ),
    ...(type === undefined ? {} : { contentType: masker.text(type.essence) }),
    ...(content === '' ? {} : { content }),
    contentLength: message.content?.length ?? 0,
  }
}

const recordContent = (message: Message, masker: Masker, kind: DocumentKind): string => {
  const text = contentText(message)
  if (mediaType(message)?.essence === 'application/x-www-form-urlencoded')
    return ends(text, masker.form)
  const parsed = contentJson(message)
  if (typeof parsed !== 'object' || parsed === null) {
    if (kind === 'person' && text !== '') return masker.pseudonym('string', text)
    const isWhole =
      kind === 'open' && text.length <= documentCharacters && isPublishedDocument(text)
    return isWhole ? masker.text(text) : ends(text, masker.text)
  }
  const isDocument = kind === 'open' && isPublishedDocument(parsed)
  const masked = isDocument ? masker.published(parsed) : masker.json(parsed, kind)
  if (isDocument) {
    const whole = JSON.stringify(masked)
    if (whole.length > limits.shownHead && whole.length <= documentCharacters) return whole
  }
  const shown = JSON.stringify(masked, null, 2)
  return shown.length <= limits.shownHead ? shown : cut(shown, shown, text.length)
}

/** A text with its middle left out before it is masked: of a megabyte nobody sees more than the ends. */
const ends = (text: string, mask: (part: string) => string): string => {
  const { shownHead: head, shownTail: tail } = limits
  if (text.length <= 2 * head) {
    const shown = mask(text)
    return shown.length <= head ? shown : cut(shown, shown, text.length)
  }
  // What is cut through at an edge no mask knows: as much as a secret may be long is masked there and not shown.
  const first = mask(text.slice(0, 2 * head))
  const last = mask(text.slice(-(tail + head)))
  return cut(first.slice(0, Math.max(0, first.length - head)), last.slice(head), text.length)
}

/** The first and the last part; how long it is altogether, and last of all that it is cut. */
const cut = (first: string, last: string, length: number): string => {
  const [head, tail] = [first.slice(0, limits.shownHead), last.slice(-limits.shownTail)]
  return `${head} [of ${length} characters the first and the last are shown] ${tail} [cut]`
}

/** An OpenAPI or Swagger document, in JSON or, by its first lines, in YAML. */
const isPublishedDocument = (content: unknown): boolean =>
  typeof content === 'string'
    ? /^["']?(?:openapi|swagger)["']?:/m.test(content) && /^["']?paths["']?:/m.test(content)
    : valueAt(content, 'paths') !== undefined &&
      (valueAt(content, 'openapi') ?? valueAt(content, 'swagger')) !== undefined

const recordJws = (jws: Jws, masker: Masker, kind: DocumentKind): RecordedJws => {
  const { x5c, ...header } = jws.header
  const payload = parseJson(new TextDecoder().decode(jws.payload))
  return {
    header: masker.json(header, 'open'),
    payload:
      payload === undefined
        ? masker.pseudonym('string', Buffer.from(jws.payload).toString('latin1'))
        : masker.json(payload, kind),
    certificates: (Array.isArray(x5c) ? x5c : []).slice(0, limits.certificates).flatMap((entry) => {
      const certificate = certificateOfBase64(wordsOf(entry))
      // The person's own certificate has no place here; where a server puts it all the same, it stays the person's.
      if (certificate === undefined || entry === valueAt(payload, 'sertifikat')) return []
      const { subject, issuer, validFrom, validTo } = certificate
      const [shownSubject, shownIssuer] = [subject, issuer].map((name) => masker.text(name))
      return [
        {
          subject: shownSubject ?? '',
          issuer: shownIssuer ?? '',
          notBefore: validFrom,
          notAfter: validTo,
          key: keyName(certificate),
          keySha256: keyDigest(certificate),
        },
      ]
    }),
  }
}

/** Whether an answer without content, to a HEAD say, may hold the digest of content that was left out. */
const mayConfirm = ([name, value]: FieldLine, message: Message): boolean =>
  'status' in message &&
  !/^(location|set-cookie)$/i.test(name) &&
  (message.content?.length ?? 0) === 0 &&
  /(?<![\w+/-])(?:[0-9a-f]{32,128}|[\w+/-]{43,86}={0,2})(?![\w+/-])/i.test(value)

/** Whether a field of any name holds a digest of the content: with it a guess could be confirmed. */
const confirms = ([, value]: FieldLine, digests: () => readonly Buffer[]): boolean => {
  if (!/[\w+/-]{22}/.test(value)) return false
  const hex = value.toLowerCase()
  const base64 = value.replaceAll('-', '+').replaceAll('_', '/')
  return digests().some(
    (digest) =>
      hex.includes(digest.toString('hex')) ||
      base64.includes(digest.toString('base64').replace(/=+$/, '')),
  )
}

/** The digests of a content that somebody could write down, made when first asked for. */
const digestsOf = (content: Uint8Array = new Uint8Array()): (() => readonly Buffer[]) => {
  let made: readonly Buffer[] | undefined
  return () => {
    made ??=
      content.length === 0
        ? []
        : ['md5', 'sha1', 'sha256', 'sha512'].map((algorithm) =>
            createHash(algorithm).update(content).digest(),
          )
    return made
  }
}

const recordField = ([field, value]: FieldLine, masker: Masker): FieldLine => {
  const name = masker.text(field)
  switch (field.toLowerCase()) {
    case 'authorization':
    case 'proxy-authorization': {
      const [scheme = '', ...credentials] = value.split(' ')
      return credentials.length === 0
        ? [name, masker.pseudonym('credentials', value)]
        : [
            name,
            `${masker.text(scheme)} ${masker.pseudonym('access token', credentials.join(' '))}`,
          ]
    }
    case 'cookie':
      return [
        name,
        value
          .split(';')
          .map((pair) => maskCookie(pair.trim(), masker))
          .join('; '),
      ]
    case 'set-cookie': {
      const [pair = '', ...attributes] = value.split(';')
      return [name, [maskCookie(pair, masker), ...attributes.map(masker.text)].join(';')]
    }
    case 'location':
    case 'content-location':
    case 'referer':
      return [name, masker.url(value)]
    default:
      return [
        name,
        unrecordedFields.has(field.toLowerCase()) ? '[not recorded]' : masker.text(value),
      ]
  }
}

const maskCookie = (pair: string, masker: Masker): string => {
  const at = pair.indexOf('=')
  return at < 0
    ? masker.pseudonym('cookie', pair)
    : `${masker.text(pair.slice(0, at))}=${masker.pseudonym('cookie', pair.slice(at + 1))}`
}
