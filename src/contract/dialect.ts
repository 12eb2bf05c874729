import { type JsonObject, stringAt } from '../evidence/json.ts'

/** The specifications that a published document may follow. */
export type Dialect = 'OpenAPI 3.0' | 'OpenAPI 3.1' | 'Swagger 2.0'

/** Which specification the document says it follows, or undefined for none of those known. */
export const dialectOf = (document: JsonObject): Dialect | undefined => {
  if (stringAt(document, 'swagger') === '2.0') return 'Swagger 2.0'
  const version = stringAt(document, 'openapi') ?? ''
  if (/^3\.0\.\d+/.test(version)) return 'OpenAPI 3.0'
  return /^3\.[12]\.\d+/.test(version) ? 'OpenAPI 3.1' : undefined
}
