import { gzipSync } from 'node:zlib'
import { acceptsGzip } from '../../reference/api/negotiate.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

/** What a filter makes of a response whose charset nobody named (Jakarta Servlet 6.0, 5.5). */
export const blindGzipLatin1: DefectAt<'response'> = {
  id: 'DEF-NEG-BLIND-GZIP-LATIN-1',
  title: 'a person in gzip is labelled as ISO-8859-1',
  family: 'written blind',
  violates: ['KRR-NEG-001'],
  seam: 'response',
  inject: (response, { request, representation }) => {
    if (representation !== 'application/json' || !acceptsGzip(request)) return response
    const coded = { ...response, content: gzipSync(response.content) }
    const type = 'application/json;charset=ISO-8859-1'
    return withField(withField(coded, 'Content-Type', type), 'Content-Encoding', 'gzip')
  },
}
