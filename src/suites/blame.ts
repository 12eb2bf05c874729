import { isJsonObject } from '../evidence/json.ts'
import { parseJson } from '../evidence/message.ts'
import type { Difference } from '../rules/same-person.ts'

const languageMembers: readonly string[] = ['spraak', 'spraak_oppdatert']

/**
 * Which of several documents, sent together, answer for a change that none of them made again when it was sent
 * singly: what was written the first time cannot be seen to change once more. Those that name the member; else
 * those that ask for something beside the language; else all of them. None where the language itself moved: that
 * was put back, and none moved it again, so that it was somebody else.
 */
export const blamedFor = (
  moved: readonly Pick<Difference, 'member'>[],
  documents: readonly string[],
): ReadonlySet<number> => {
  const members = new Set(moved.map(({ member }) => member))
  if (members.size === 0 || members.has('spraak')) return new Set()
  const asked = documents.map(membersOf)
  const indices = [...asked.keys()]
  const naming = indices.filter((index) => asked[index]?.some((member) => members.has(member)))
  if (naming.length > 0) return new Set(naming)
  const further = indices.filter((index) =>
    asked[index]?.some((member) => !languageMembers.includes(member)),
  )
  return new Set(further.length > 0 ? further : indices)
}

const membersOf = (document: string): readonly string[] => {
  const parsed = parseJson(document)
  return isJsonObject(parsed) ? Object.keys(parsed) : []
}
