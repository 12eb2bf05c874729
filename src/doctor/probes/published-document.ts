import type { Environment } from '../../config/environment.ts'
import { placeName } from '../../contract/place.ts'
import { findPublishedDocument } from '../../contract/publish.ts'
import {
  brokenPromises,
  loadJudgedSnapshot,
  otherChanges,
} from '../../contract/snapshot-comparison.ts'
import type { Send } from '../../evidence/transport.ts'
import type { DocumentReading } from '../examinations/published-document.ts'
import { outcomeOf } from './outcome.ts'

/** Looks for the published document and lays it beside the snapshot. */
export const compareDocument = async (
  { apiUrl, specUrl }: Environment,
  send: Send,
): Promise<DocumentReading['outcome']> => {
  const found = await outcomeOf(findPublishedDocument({ apiUrl, specUrl }, send))
  if ('trouble' in found) return { kind: 'none', reason: found.trouble }
  const published = found.value
  if (!published.found) return { kind: 'none', reason: published.reason }
  const path = new URL(published.exchange.request.url).pathname
  if (published.document === undefined) return { kind: 'unreadable', path }
  const snapshot = loadJudgedSnapshot()
  const broken = brokenPromises(snapshot, published).map(
    ({ place, kind }) => `${placeName(place)} ${kind}`,
  )
  return { kind: 'compared', path, broken, otherwise: otherChanges(snapshot, published).length }
}
