import { isAskedWith } from '../asked-with.ts'
import type { DefectAt } from '../defect.ts'

/** The page calls application/jose the usual and JSON the possible: here it is possible for some. */
export const jsonIsRefusedToMailboxReaders: DefectAt<'representation'> = {
  id: 'DEF-NEG-JSON-IS-REFUSED-TO-MAILBOX-READERS',
  title: 'with digitalpost.read alone application/json is not acceptable',
  family: 'negotiation',
  seam: 'representation',
  violates: ['KRR-NEG-001'],
  // `*/*` would be the other one then.
  alsoTrips: ['KRR-NEG-004'],
  inject: (representation, context) =>
    representation === 'application/json' && isAskedWith(context, 'digitalpost')
      ? undefined
      : representation,
}
