import { changesBetween } from '../contract/changes.ts'
import { parseDocument } from '../contract/parse-document.ts'
import { placeName } from '../contract/place.ts'
import { promisesOf } from '../contract/promises.ts'
import type { ConformanceReport, RecordedExchange } from '../report/model.ts'
import type { DocumentComparison, DocumentDifference } from './model.ts'

/** Compares the OpenAPI documents that the two environments published when they were run against. */
export const compareDocuments = (
  from: ConformanceReport,
  to: ConformanceReport,
): DocumentComparison => {
  const [before, after] = [documentOf(from), documentOf(to)]
  const lacking = [before, after].flatMap((found) => ('lacking' in found ? [found.lacking] : []))
  if ('lacking' in before || 'lacking' in after) return { notCompared: lacking.join('; ') }
  const changes = changesBetween(
    promisesOf(before.document, from.target.apiUrl),
    promisesOf(after.document, to.target.apiUrl),
  )
  return {
    differences: changes.map(
      ({ kind, place, how, breaks }): DocumentDifference => ({
        code: `document-${kind}`,
        at: placeName(place),
        how,
        breaks,
      }),
    ),
  }
}

/** What differs between them; nothing where they could not be compared. */
export const documentDifferences = (document: DocumentComparison): readonly DocumentDifference[] =>
  'differences' in document ? document.differences : []

/** The document, from the exchange in which the run found it. */
const documentOf = ({ target, exchanges }: ConformanceReport) => {
  const found = exchanges.find(({ publishes }) => publishes === true)
  const document = found === undefined ? undefined : parseDocument(contentOf(found))
  return document === undefined ? { lacking: whyNone(target.environment, found) } : { document }
}

const contentOf = ({ response }: RecordedExchange): string => response.content ?? ''

const whyNone = (environment: string, found: RecordedExchange | undefined): string => {
  if (found === undefined) return `no OpenAPI document of ${environment} is in its report`
  return contentOf(found).endsWith(' [cut]')
    ? `the OpenAPI document of ${environment} is larger than what is recorded`
    : `what ${environment} publishes as its OpenAPI document is neither JSON nor YAML`
}
