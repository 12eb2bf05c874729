import { isJsonObject, type JsonObject } from '../reference/api/message.ts'
import type { AuthenticatedContext } from '../reference/api/seams.ts'
import type { PersonName } from '../reference/people.ts'

/** Whether the token is this person's: for a fault that only people in one state meet. */
export const isOf = ({ claims, people }: AuthenticatedContext, name: PersonName): boolean =>
  claims['pid'] === people[name].pid

/** The person with `kontaktinformasjon` edited, or as it is where there is none. */
export const withContact = (
  person: JsonObject,
  edit: (contact: JsonObject) => JsonObject,
): JsonObject => {
  const contact = person['kontaktinformasjon']
  return isJsonObject(contact) ? { ...person, kontaktinformasjon: edit(contact) } : person
}

/** The person with this member edited, or as it is where it is no string. */
export const withText = (
  person: JsonObject,
  member: string,
  edit: (text: string) => unknown,
): JsonObject => {
  const text = person[member]
  return typeof text === 'string' ? { ...person, [member]: edit(text) } : person
}

/** The object without this member. */
export const without = (object: JsonObject, member: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== member))
