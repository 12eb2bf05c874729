import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fieldValue } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

/** The same messages in another frame, or later. */
export const transportVariants: readonly Variant[] = [
  {
    id: 'VAR-CHUNKED',
    title: 'contents come in chunks, without Content-Length',
    injections: () => ({
      response: (response) => withField(response, 'Transfer-Encoding', 'chunked'),
    }),
  },
  {
    // Without Accept-Encoding any coding is acceptable (RFC 9110, 12.5.3).
    id: 'VAR-GZIP-UNASKED',
    title: 'contents are coded with gzip where the request leaves the coding open',
    injections: () => ({
      response: (response, { request }) =>
        fieldValue(request, 'accept-encoding') !== undefined || response.content.length === 0
          ? response
          : {
              ...withField(response, 'Content-Encoding', 'gzip'),
              content: gzipSync(response.content),
            },
    }),
  },
  {
    id: 'VAR-BROTLI-UNASKED',
    title: 'contents are coded with br where the request leaves the coding open',
    injections: () => ({
      response: (response, { request }) =>
        fieldValue(request, 'accept-encoding') !== undefined || response.content.length === 0
          ? response
          : {
              ...withField(response, 'Content-Encoding', 'br'),
              content: brotliCompressSync(response.content),
            },
    }),
  },
  {
    // The harness itself offers HTTP/1.1 alone: it is judged what such a client meets.
    id: 'VAR-HTTP-2-IS-SPOKEN-TOO',
    title: 'the server speaks HTTP/2 with whoever offers it',
    options: { speaksHttp2: true },
  },
  {
    id: 'VAR-300-MS-LATENCY',
    title: 'every response of both servers takes 300 ms longer',
    options: { latencyMs: 300 },
  },
]
