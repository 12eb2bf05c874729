import { placeName } from '../../contract/place.ts'
import { brokenPromises, type SnapshotComparison } from '../../contract/snapshot-comparison.ts'
import { fromDocument, type Rule } from '../rule.ts'
import { whyNotCompared } from './readable-document.ts'

/**
 * Clients rely on what was published once. A snapshot that was put together from pages is no document of the
 * publisher's: a break of it is a warning, and only of what a page says.
 */
export const nothingPromisedWasTakenBack: Rule<SnapshotComparison> = {
  id: 'KRR-SPEC-003',
  title: 'The published document keeps what the snapshot promises',
  level: 'MUST',
  basis: 'documented',
  since: 2,
  cites: ['PAGE-013'],
  levelFor: ({ snapshot }) => (snapshot.kind === 'pulled' ? 'MUST' : 'SHOULD'),
  notApplicable: ({ published }) => whyNotCompared(published),

  *check(comparison) {
    const { published } = comparison
    if (!published.found) return
    for (const { kind, place, how, quotes } of brokenPromises(comparison, published)) {
      const became = kind === 'added' ? `added ${how}` : how
      yield {
        at: placeName(place),
        expected: kind === 'removed' ? 'present' : 'as in the snapshot',
        actual: kind === 'removed' ? 'absent' : quotes ? fromDocument(became) : became,
      }
    }
  },

  met: ({ snapshot }) =>
    snapshot.kind === 'pulled'
      ? undefined
      : 'the snapshot is transcribed: what its pages say is compared, and a break is a warning',
}
