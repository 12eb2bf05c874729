import type { ApiResponse } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { Variant } from './variant.ts'

const contentType = (response: ApiResponse, edit: (type: string) => string): ApiResponse => ({
  ...response,
  fields: response.fields.map(([name, value]) => [
    name,
    name === 'Content-Type' ? edit(value) : value,
  ]),
})

/** Field lines written otherwise (RFC 9110, 5 and 8.3). */
export const fieldVariants: readonly Variant[] = [
  {
    id: 'VAR-UNKNOWN-FIELDS',
    title: 'responses have fields that nobody asked for',
    injections: () => ({
      response: (response) =>
        withField(withField(response, 'X-Request-Id', '7f3c'), 'Server-Timing', 'db;dur=53'),
    }),
  },
  {
    id: 'VAR-FIELD-NAMES-IN-LOWER-CASE',
    title: 'field names are in lower case',
    injections: () => ({
      response: (response) => ({
        ...response,
        fields: response.fields.map(([name, value]) => [name.toLowerCase(), value]),
      }),
    }),
  },
  {
    id: 'VAR-CONTENT-TYPE-WITH-A-CHARSET',
    title: 'Content-Type of JSON says charset=UTF-8',
    injections: () => ({
      response: (response) =>
        contentType(response, (type) =>
          type === 'application/json' ? `${type};charset=UTF-8` : type,
        ),
    }),
  },
  {
    id: 'VAR-CONTENT-TYPE-IN-CAPITALS',
    title: 'media types in Content-Type have capital letters',
    injections: () => ({
      response: (response) =>
        contentType(response, (type) => type.replace(/json$|jose$/, (end) => end.toUpperCase())),
    }),
  },
  {
    id: 'VAR-PRIVATE-INSTEAD-OF-NO-STORE',
    title: 'Cache-Control is private, no-cache',
    mayTrip: ['KRR-HTTP-010'],
    settles: ['KRR-NEG-007'],
    injections: () => ({
      response: (response) => withField(response, 'Cache-Control', 'private, no-cache'),
    }),
  },
]
