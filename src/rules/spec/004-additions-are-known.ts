import { placeName } from '../../contract/place.ts'
import { otherChanges, type SnapshotComparison } from '../../contract/snapshot-comparison.ts'
import type { Rule } from '../rule.ts'
import { whyNotCompared } from './readable-document.ts'

/** What nobody is let down by, and somebody may want to use or to pull. */
export const additionsAreKnown: Rule<SnapshotComparison> = {
  id: 'KRR-SPEC-004',
  title: 'Additions of the published document to the snapshot are known',
  level: 'INFO',
  basis: 'documented',
  since: 2,
  cites: ['PAGE-013'],
  notApplicable: ({ published }) => whyNotCompared(published),
  check: () => [],
  met: (comparison) => {
    const { published } = comparison
    const changes = published.found ? otherChanges(comparison, published) : []
    return changes.length === 0
      ? 'nothing was added'
      : changes
          .map(({ kind, place, how }) => `${kind}: ${placeName(place)}${how && ` (${how})`}`)
          .join('; ')
  },
}
