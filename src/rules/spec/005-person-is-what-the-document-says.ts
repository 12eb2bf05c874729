import { type PublishedPersonSchema, publishedPersonSchema } from '../../contract/person-schema.ts'
import {
  type SchemaDeviation,
  type SchemaJudge,
  SchemaUnusableError,
} from '../../contract/schema-judge.ts'
import type { JsonObject } from '../../evidence/json.ts'
import { notOfThePerson, type PersonReading } from '../../evidence/person-reading.ts'
import type { PublishedDocument } from '../../evidence/published-document.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { orAbsent } from '../or-absent.ts'
import type { Rule } from '../rule.ts'
import { whyNotReadable } from './readable-document.ts'

/** A person of a 200, beside the document that the environment itself publishes. */
export interface PublishedReading {
  readonly published: PublishedDocument
  readonly reading: PersonReading
}

/** Whatever the snapshot here says: the environment keeps its own published promise. */
export const personIsWhatTheDocumentSays: Rule<PublishedReading> = {
  id: 'KRR-SPEC-005',
  title: 'A person is valid by the schema that the environment publishes',
  level: 'MUST',
  basis: 'documented',
  since: 1,
  cites: ['PAGE-013'],

  notApplicable: (subject) => {
    const schema = schemaFor(subject)
    return schema?.usable === false && !schema.isBroken
      ? schema.reason
      : whyNotReadable(subject.published)
  },
  // A document that says something which nobody can judge by may well be broken: KRR-SPEC-001 says so where it sees it.
  cannotTell: (subject) => {
    const schema = schemaFor(subject)
    return schema?.usable === false && schema.isBroken ? schema.reason : undefined
  },

  *check(subject) {
    const schema = schemaFor(subject)
    if (schema?.usable !== true) return
    for (const { at, expected, actual } of deviationsBy(schema.judge, subject.reading)) {
      yield { at, expected, actual: orAbsent(actual) }
    }
  },

  met: (subject) => {
    const schema = schemaFor(subject)
    return schema?.usable === true && schema.unjudged.length > 0
      ? `accepted unjudged: ${schema.unjudged.join('; ')}`
      : undefined
  },
}

const schemaFor = ({ published, reading }: PublishedReading): PublishedPersonSchema | undefined =>
  published.found && published.document !== undefined
    ? publishedPersonSchema(published.document, published.apiUrl, reading.representation)
    : undefined

/** A document nested deeper than the stack is none that a schema could describe. */
const deviationsBy = (judge: SchemaJudge, reading: PersonReading): readonly SchemaDeviation[] => {
  try {
    return judge(personOf(reading))
  } catch (cause) {
    if (cause instanceof SchemaUnusableError)
      throw new EvidenceUnavailableError(cause.message, { cause })
    if (!(cause instanceof RangeError)) throw cause
    return [{ at: '', expected: 'a document that a schema can describe', actual: undefined }]
  }
}

/** The person without what only its envelope brought: registered claims of a JWS payload. */
const personOf = (reading: PersonReading): JsonObject => {
  const beside = new Set(notOfThePerson(reading))
  return Object.fromEntries(Object.entries(reading.person).filter(([name]) => !beside.has(name)))
}
