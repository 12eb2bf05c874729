import type { DefectAt } from '../defect.ts'
import { edited } from './edited.ts'

/** The page warns of this very letter: `personer` is the machine-to-machine resource, elsewhere. */
export const personerStandsForPerson: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-PERSONER-STANDS-FOR-PERSON',
  title: 'the published document describes /rest/v1/personer in place of the person',
  family: 'published document',
  seam: 'openApiDocument',
  violates: ['KRR-SPEC-002'],
  inject: (document) =>
    edited(document, ['paths'], ({ '/rest/v1/person': item, ...paths }) => ({
      ...paths,
      '/rest/v1/personer': item,
    })),
}
