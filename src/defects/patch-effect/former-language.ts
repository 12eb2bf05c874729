import type { JsonObject } from '../../reference/api/message.ts'
import type { ReferencePeople } from '../../reference/people.ts'

/** The person with the language registered at the start, whatever was written since; none where none is shown. */
export const withFormerLanguage = (person: JsonObject, people: ReferencePeople): JsonObject => {
  const { record } =
    Object.values(people).find(({ pid }) => pid === person['personidentifikator']) ?? {}
  return record?.spraak === undefined || !('spraak' in person)
    ? person
    : { ...person, spraak: record.spraak }
}
