import { findPublishedDocument } from '../contract/publish.ts'
import {
  type JudgedSnapshot,
  loadJudgedSnapshot,
  type SnapshotComparison,
} from '../contract/snapshot-comparison.ts'
import type { PublishedDocument } from '../evidence/published-document.ts'
import { isWebPage } from '../evidence/trouble.ts'
import type { PublishedReading } from '../rules/spec/005-person-is-what-the-document-says.ts'
import { type Asking, readingOf } from './readings.ts'
import { keep, type World } from './world.ts'

/** The OpenAPI document that the environment publishes, looked for once in a run. */
export const publishedDocument = (world: World): Promise<PublishedDocument> => {
  const { apiUrl, specUrl } = world.target.environment
  return keep(world, 'published document', async () => {
    const published = await findPublishedDocument({ apiUrl, specUrl }, world.send)
    // A page may be a captive portal's, which answers in ID-porten's place as well.
    if (published.found && isWebPage(published.exchange.response)) await world.main.provider()
    if (published.found) world.main.published(published.exchange.id)
    return published
  })
}

let judgedSnapshot: JudgedSnapshot | undefined

/** The document beside the snapshot under specs/, which is read once for all targets. */
export const comparedWithSnapshot = async (world: World): Promise<SnapshotComparison> => {
  const published = await publishedDocument(world)
  judgedSnapshot ??= loadJudgedSnapshot()
  return { ...judgedSnapshot, published }
}

/** A person beside the document that promises its shape. */
export const publishedReadingOf = async (
  world: World,
  asking: Asking,
): Promise<PublishedReading> => ({
  published: await publishedDocument(world),
  reading: await readingOf(world, asking),
})
