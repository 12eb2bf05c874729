import { type Change, changesBetween } from '../../contract/changes.ts'
import { promisesOf } from '../../contract/promises.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import { parseJson } from '../../evidence/message.ts'
import type { ConformanceReport } from '../../report/model.ts'

/** What the second environment's document says otherwise of the person resource; a reason where none can be told. */
export type DocumentComparison =
  | { readonly changes: readonly Change[] }
  | { readonly notCompared: string }

/** Compares the documents that the two runs were shown. */
export const compareDocuments = (
  from: ConformanceReport,
  to: ConformanceReport,
): DocumentComparison => {
  const [before, after] = [documentOf(from), documentOf(to)]
  const lacking = [
    ...(before === undefined ? [from.target.environment] : []),
    ...(after === undefined ? [to.target.environment] : []),
  ]
  if (before === undefined || after === undefined) {
    return { notCompared: `no OpenAPI document of ${lacking.join(' and ')} is in its report` }
  }
  const changes = changesBetween(
    promisesOf(before, from.target.apiUrl),
    promisesOf(after, to.target.apiUrl),
  )
  return { changes }
}

const documentOf = ({ exchanges }: ConformanceReport): JsonObject | undefined =>
  exchanges
    .filter(({ response }) => response.status === 200 && /"openapi"/.test(response.content ?? ''))
    .map(({ response }) => parseJson(response.content ?? ''))
    .find(
      (content): content is JsonObject => isJsonObject(content) && isJsonObject(content['paths']),
    )
