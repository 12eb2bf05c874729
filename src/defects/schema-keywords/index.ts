import { isDeepStrictEqual } from 'node:util'
import { loadTightening, tightenedPersonSchema } from '../../contract/person-schema.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { schemaValidator } from '../../contract/schema-judge.ts'
import { loadSnapshot } from '../../contract/snapshot.ts'
import { userScopes } from '../../reference/api/authenticate.ts'
import { encodeJson, isJsonObject, type JsonObject } from '../../reference/api/message.ts'
import { project } from '../../reference/api/project.ts'
import type { PersonMediaType, RequestContext } from '../../reference/api/seams.ts'
import type { DefectAt } from '../defect.ts'
import { breakKeyword } from './breaking.ts'
import { keywordsOf, type SchemaKeyword } from './keyword.ts'
import { followersOf, ownersOf, pointerOf } from './owners.ts'

/**
 * One defect for each keyword of the tightened schema at each pointer of a person, made from `specs/` and not by
 * hand: a keyword that is added there is broken by the next run of the matrix. Types are broken in one of the two
 * representations, everything else in each.
 */
export const schemaKeywordDefects = (): readonly DefectAt<'jsonContent'>[] => {
  const [published, tightening] = partsOfSchema()
  const all = merged([...keywordsOf(published, true), ...keywordsOf(tightening, false)])
  const types = all.filter(({ keyword }) => keyword === 'type')
  return all.flatMap((own) => {
    const at = types.indexOf(own)
    if (at < 0) return representations.map((representation) => defectOf(own, representation, all))
    return representations
      .filter((_, index) => index === at % 2)
      .map((one) => defectOf(own, one, all))
  })
}

const representations = ['application/json', 'application/jose'] as const

const partsOfSchema = (): readonly [JsonObject, JsonObject] => {
  const { allOf } = tightenedPersonSchema(loadSnapshot(), loadTightening(projectFolder()))
  const [published, tightening] = Array.isArray(allOf) ? allOf : []
  return [published, tightening]
}

/** The same keyword at the same pointer, said twice: once is enough to break both. */
const merged = (keywords: readonly SchemaKeyword[]): readonly SchemaKeyword[] =>
  keywords.filter(
    (own, at) =>
      keywords.findIndex(
        (other) =>
          other.keyword === own.keyword &&
          pointerOf(other) === pointerOf(own) &&
          isDeepStrictEqual(other.condition, own.condition),
      ) === at,
  )

const defectOf = (
  own: SchemaKeyword,
  representation: PersonMediaType,
  all: readonly SchemaKeyword[],
): DefectAt<'jsonContent'> => {
  const fits = own.condition === undefined ? () => [] : schemaValidator(own.condition)
  const codesOf = (path: readonly string[]): readonly unknown[] => {
    const list = all.find(
      ({ keyword, condition, path: other }) =>
        keyword === 'enum' && condition === undefined && isDeepStrictEqual(other, path),
    )?.value
    return Array.isArray(list) ? list : []
  }
  const isSigned = representation === 'application/jose'
  return {
    id: `DEF-SCHEMA-${idOf(own)}${isSigned && own.keyword !== 'type' ? '-IN-THE-JWS' : ''}`,
    title: titleOf(own, isSigned),
    family: 'schema',
    seam: 'jsonContent',
    violates: ownersOf(own),
    alsoTrips: followersOf(own),
    inject(content, context) {
      const person: unknown = JSON.parse(new TextDecoder().decode(content))
      const isMet = context.representation === representation && fits(person).length === 0
      if (!isMet || !isJsonObject(person)) return content
      const sampleOf = (member: string): unknown => sample(context, member)
      return encodeJson(breakKeyword(own, person, { codesOf, sampleOf }))
    },
  }
}

/** The members that the condition looks at tell one condition from another, whatever their order in the file. */
const idOf = (own: SchemaKeyword): string => {
  const pointer = own.path.length === 0 ? ['person'] : own.path
  const words = [
    ...pointer,
    own.keyword,
    ...(own.condition ? ['if', ...membersOf(own.condition)] : []),
  ]
  return words.join('-').replaceAll('_', '-').toUpperCase()
}

const membersOf = (condition: JsonObject): readonly string[] => {
  const { required, anyOf } = condition
  return [
    ...(Array.isArray(required) ? required.map(String) : []),
    ...(Array.isArray(anyOf) ? anyOf.flatMap(membersOf) : []),
  ]
}

const titleOf = (own: SchemaKeyword, isSigned: boolean): string =>
  [
    `${pointerOf(own) || 'the person'} breaks ${own.keyword}`,
    ...(own.condition ? [`(where ${membersOf(own.condition).join(' or ')} matters)`] : []),
    ...(isSigned ? ['in the JWS'] : []),
  ].join(' ')

/** What the main test user has there, who has everything. */
const sample = ({ people, now }: RequestContext, member: string): unknown => {
  const { pid, record } = people.MAIN
  const projection = { personidentifikator: pid, scopes: userScopes, now, deliverExpired: false }
  const person: JsonObject = project(record, projection)
  return person[member]
}
