import { createHash } from 'node:crypto'
import {
  type ApiRequest,
  type ApiResponse,
  encodeText,
  fieldValue,
} from '../../reference/api/message.ts'
import type { ReferencePeople } from '../../reference/people.ts'
import type { Injections } from '../../reference/seams.ts'

interface Known {
  readonly request: ApiRequest
  readonly people: ReferencePeople
}

/** The main test user's values, and the credentials that the request came with. */
const valuesOf = ({ request, people }: Known): readonly string[] => {
  const { pid, record } = people.MAIN
  const credentials = fieldValue(request, 'authorization')?.split(' ')[1]
  return [
    pid,
    record?.epostadresse?.value,
    record?.mobiltelefonnummer?.value,
    record?.digital_post?.postkasseadresse,
    credentials,
  ].filter((value) => value !== undefined)
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const fold = (text: string): string => text.replace(/(.{5})/g, '$1\n')

/** Everything in every disguise: one text each, and all in one. */
const disguises = (known: Known): readonly string[] => {
  const values = valuesOf(known)
  const { pid, record } = known.people.MAIN
  return [
    ...values,
    ...values.map((value) => value.toUpperCase()),
    ...values.map(encodeURIComponent),
    ...values.map(base64),
    ...values.map((value) => base64(`{"a":"${value}"}`)),
    ...values.map((value) => Buffer.from(`xy${value}z`).toString('base64url')),
    ...values.map((value) => Buffer.from(value).toString('hex')),
    `${pid.slice(0, 6)}-${pid.slice(6)} ${pid.slice(0, 6)} ${pid.slice(6)}`,
    `call ${record?.mobiltelefonnummer?.value.slice(3)}`,
    fold(pid),
    ...values.map((value) => base64(base64(value))),
    ...values.map((value) => encodeURIComponent(encodeURIComponent(value))),
    ...values.map((value) => [...value].reverse().join('')),
    ...values.map((value) =>
      [...value].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ),
    ...values.map((value) => [...value].map((one) => `&#${one.charCodeAt(0)};`).join('')),
    ...values.map((value) => [...value].join('\u200b')),
    ...values.map((value) =>
      value.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    ),
    `${pid.slice(0, 6)}/${pid.slice(6)} ${Number(pid)} ${[...pid].join(' . ')}`,
    `{"access_token": "${values[4]}`,
  ]
}
const disguised = (known: Known): string => disguises(known).join(' ; ')

/** Fields that are shown as they are have a parameter too many. */
const withParameter = ({ fields }: ApiResponse, realm: string): ApiResponse['fields'] =>
  fields.map(([name, value]) =>
    ['content-type', 'cache-control', 'vary'].includes(name.toLowerCase())
      ? [name, `${value}; realm="${realm}"`]
      : [name, value],
  )

/** Faults that give away what nobody may see, each in its own place. */
export const leaks: Readonly<Record<string, Injections>> = {
  'leak-documents': {
    errorDocument: (document, context) => ({
      ...document,
      error_description: disguised(context),
      trace: { values: disguises(context), number: Number(context.people.MAIN.pid) },
      [context.people.MAIN.pid]: 'as a name',
    }),
    personDocument: (document, context) => ({
      ...document,
      status: context.people.MAIN.record?.epostadresse?.value,
      debug: { text: disguised(context), values: disguises(context) },
      oppdatert: Number(context.people.MAIN.pid),
      spraak_oppdatert: context.people.MAIN.pid,
      varslingsstatus: `${context.people.MAIN.record?.mobiltelefonnummer?.value.slice(3)}`,
      [`p${Buffer.from(context.people.MAIN.pid).toString('hex')}`]: 'as a name in hex',
      [String(context.people.MAIN.record?.epostadresse?.value)]: 'as a name',
    }),
  },
  'leak-messages': {
    response: (response, context) => {
      const [pid = '', mail = '', , , token = ''] = valuesOf(context)
      const sha = createHash('sha256').update(response.content)
      const digest = sha.copy().digest('base64')
      return {
        ...response,
        fields: [
          ...response.fields,
          [`X-${pid}`, 'as the name of a field'],
          [`X-${Buffer.from(mail).toString('hex')}`, 'in hex'],
          ['Set-Cookie', `${Buffer.from(pid).toString('hex')}=1`],
          [
            'Content-Disposition',
            `attachment; filename*=UTF-8''${encodeURIComponent(encodeURIComponent(mail))}`,
          ],
          ['X-Person', `${pid} ${mail.toUpperCase()} ${base64(pid)}`],
          ['X-Token', `${token} ${Buffer.from(token).toString('hex')}`],
          [
            'Location',
            `https://${pid}:${mail}@example.com/${pid}/${base64(mail)}?t=${token}#${pid}`,
          ],
          ['Content-Location', `/person/${pid}?mail=${encodeURIComponent(mail)}`],
          ['Link', `<https://example.com/?access_token=${token}>; rel="${pid}"`],
          ['Set-Cookie', `${pid}=${token}; Path=/${pid}; Domain=${base64(pid)}`],
          ['ETag', `"${sha.copy().digest('hex')}"`],
          ['Content-Digest', `sha-256=:${digest}:`],
          ['X-Checksum', digest],
          ['Server-Timing', `db;desc="${fold(pid).replaceAll('\n', ' ')}"`],
        ],
      }
    },
    jws: ({ header, payload }, context) => {
      const text = new TextDecoder().decode(payload)
      const claims = { ...JSON.parse(text), debug: disguised(context), nested: base64(text) }
      const [pid = '', mail = ''] = valuesOf(context)
      return {
        header: { ...header, kid: `${pid} ${base64(mail)}`, crumb: { [mail]: pid } },
        payload: encodeText(JSON.stringify(claims)),
      }
    },
  },
  'leak-text': {
    response: (response, context) =>
      response.status < 300
        ? { ...response, fields: withParameter(response, valuesOf(context).join(' ')) }
        : {
            ...response,
            fields: [['Content-Type', 'text/html; charset=utf-8']],
            content: encodeText(
              disguises(context)
                .map((text) => `<p>${fold(text)}</p><p>${text}</p>`)
                .join('\n'),
            ),
          },
  },
  'leak-person-text': {
    jsonContent: (content, context) =>
      encodeText(`${new TextDecoder().decode(content).slice(0, -1)}, ${disguised(context)}`),
  },
  /** Past what node writes: an extension of a chunk, a field behind the content, and a reason phrase. */
  'leak-wire': {
    response: (response, context) => {
      const [pid = '', mail = ''] = valuesOf(context)
      const size = response.content.length.toString(16)
      const content = Buffer.from(response.content).toString('latin1')
      const chunk = response.content.length === 0 ? '' : `${size};who=${pid}\r\n${content}\r\n`
      return {
        ...response,
        fields: [...response.fields, ['Transfer-Encoding', 'chunked']],
        content: new Uint8Array(),
        rawLines: [`X-Wire: 1\r\n\r\n${chunk}0\r\nX-Trailer: ${pid} ${base64(mail)}`],
      }
    },
  },
  unavailable: {
    response: (response, context) => ({
      ...response,
      status: 503,
      fields: [['Retry-After', '0']],
      content: encodeText(disguised(context)),
    }),
  },
}
