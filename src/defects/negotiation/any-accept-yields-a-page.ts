import { encodeText, fieldValue } from '../../reference/api/message.ts'
import { withField } from '../changed-response.ts'
import type { DefectAt } from '../defect.ts'

const page = '<!doctype html><html lang="nb"><title>Kontaktregisteret</title></html>'

/** A page for people who came by browser, in the place of the person. */
export const anyAcceptYieldsAPage: DefectAt<'response'> = {
  id: 'DEF-NEG-ANY-ACCEPT-YIELDS-A-PAGE',
  title: 'Accept: */* is answered with an HTML page',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-004'],
  // No status or type that the document names.
  alsoTrips: ['KRR-SPEC-006'],
  inject: (response, { request, representation }) =>
    representation !== undefined && fieldValue(request, 'accept') === '*/*'
      ? { ...withField(response, 'Content-Type', 'text/html'), content: encodeText(page) }
      : response,
}
