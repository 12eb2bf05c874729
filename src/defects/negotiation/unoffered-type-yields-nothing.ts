import type { DefectAt } from '../defect.ts'

/** Neither the one nor the other: a client takes it for a person without members. */
export const unofferedTypeYieldsNothing: DefectAt<'response'> = {
  id: 'DEF-NEG-UNOFFERED-TYPE-YIELDS-NOTHING',
  title: 'an Accept that names no type offered is answered with 200 and nothing',
  family: 'negotiation',
  seam: 'response',
  violates: ['KRR-NEG-006'],
  inject: (response) =>
    response.status === 406 ? { ...response, status: 200, content: new Uint8Array() } : response,
}
