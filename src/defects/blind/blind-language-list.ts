import { isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindLanguageList: DefectAt<'openApiDocument'> = {
  id: 'DEF-SPEC-BLIND-LANGUAGE-LIST',
  title: 'the published schema lists nb, nn and en as languages, and se is delivered too',
  family: 'written blind',
  violates: ['KRR-SPEC-005'],
  alsoTrips: ['KRR-SPEC-003'],
  seam: 'openApiDocument',
  inject: (document) =>
    edited(
      document,
      ['components', 'schemas', 'PersonResource', 'properties', 'spraak'],
      (own) => ({
        ...own,
        enum: ['nb', 'nn', 'en'],
      }),
    ),
}

const edited = (
  object: JsonObject,
  [first, ...rest]: readonly string[],
  edit: (object: JsonObject) => JsonObject,
): JsonObject => {
  if (first === undefined) return edit(object)
  const inner = object[first]
  return isJsonObject(inner) ? { ...object, [first]: edited(inner, rest, edit) } : object
}
