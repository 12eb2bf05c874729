import { contentJson, contentText, type Exchange, parseJson } from '../../evidence/exchange.ts'
import { type JsonPath, jsonPointer, leavesOf } from '../../evidence/json.ts'
import { filteredMembers, statusOfContactMembers } from '../../evidence/person-reading.ts'
import { jwsWithin } from '../jws/jws-within.ts'
import type { Rule } from '../rule.ts'

const scoped: ReadonlySet<unknown> = new Set([
  ...filteredMembers,
  ...statusOfContactMembers,
  'epostadresse',
  'mobiltelefonnummer',
  'postkasseadresse',
])

/** In content that is no JSON, a name within quotes or angle brackets is taken for a member. */
const nameInText = /["'<](\w+)["'>]/g

/** Content of any form is looked through: whoever answers a refusal may answer it in any. */
export const noKrrScopeDisclosesNoScopedMember: Rule<Exchange> = {
  id: 'KRR-SCOPE-008',
  title: 'Without any krr:user scope no scoped member is disclosed',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC6749-012'],

  *check({ response }) {
    const text = contentText(response)
    const json = contentJson(response)
    const payload = jwsWithin(text)?.payload
    const places = new Set(
      [json, payload && parseJson(Buffer.from(payload).toString('utf8'))].flatMap(scopedPlaces),
    )
    if (json === undefined) {
      for (const [, name = ''] of text.matchAll(nameInText)) {
        if (scoped.has(name)) places.add(jsonPointer([name]))
      }
    }
    for (const at of places) yield { at, expected: 'absent', actual: 'present' }
  },
}

/** Pointers to each scoped member that says something, those within it left to it. */
const scopedPlaces = (document: unknown): readonly string[] =>
  [...leavesOf(document)]
    .filter(({ value }) => value !== null)
    .map(({ path }) => upToScoped(path))
    .filter((path) => path !== undefined)
    .map(jsonPointer)

const upToScoped = (path: JsonPath): JsonPath | undefined => {
  const end = path.findIndex((step) => scoped.has(step))
  return end < 0 ? undefined : path.slice(0, end + 1)
}
