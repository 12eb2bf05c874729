import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { type ApiRequest, contentLimit, type FieldLine } from './message.ts'

/**
 * Reads a request to its end. Content beyond the limit is read and dropped, so that the client gets
 * its 413 instead of a closed connection.
 */
export const receive = async (incoming: IncomingMessage): Promise<ApiRequest> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= contentLimit) chunks.push(chunk)
  }
  const [path = '', ...query] = (incoming.url ?? '').split('?')
  return {
    method: incoming.method ?? '',
    path,
    query: query.join('?'),
    fields: fieldLinesOf(incoming.rawHeaders),
    content: Buffer.concat(chunks),
    contentIsTooLarge: length > contentLimit,
  }
}

const fieldLinesOf = (raw: readonly string[]): readonly FieldLine[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
