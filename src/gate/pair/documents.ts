import { type Change, changesBetween } from '../../contract/changes.ts'
import { parseDocument } from '../../contract/parse-document.ts'
import { promisesOf } from '../../contract/promises.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
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
  if (before === undefined || after === undefined) {
    const lacking = [...(before === undefined ? [from] : []), ...(after === undefined ? [to] : [])]
    return { notCompared: lacking.map(whyNone).join('; ') }
  }
  const changes = changesBetween(
    promisesOf(before, from.target.apiUrl),
    promisesOf(after, to.target.apiUrl),
  )
  return { changes }
}

const documentOf = (report: ConformanceReport): JsonObject | undefined =>
  contentsOf(report)
    .map(parseDocument)
    .find((content) => content !== undefined && isJsonObject(content['paths']))

const contentsOf = ({ exchanges }: ConformanceReport): readonly string[] =>
  exchanges
    .filter(({ response }) => response.status === 200)
    .map(({ response }) => response.content ?? '')
    .filter((content) => /"openapi"\s*:|^["']?openapi["']?\s*:/m.test(content))

const whyNone = (report: ConformanceReport): string => {
  const { environment } = report.target
  return contentsOf(report).some((content) => content.endsWith(' [cut]'))
    ? `the OpenAPI document of ${environment} is larger than what is recorded`
    : `no OpenAPI document of ${environment} is in its report`
}
