import { person } from '../../generated/validators.js'
import { isJsonObject } from '../evidence/json.ts'
import { ownedByAnotherRule } from './owned-by-another-rule.ts'
import { deviationsOf, type SchemaDeviation } from './schema-deviation.ts'

/**
 * Where a person is not what the snapshot and the pages say. A null member is judged as if it were
 * absent (KRR-BODY-020 owns null), unknown members are passed over, and so is what another rule owns
 * that is no MUST.
 */
export const personDeviations = (value: unknown): readonly SchemaDeviation[] => {
  const judged = withoutNulls(value)
  if (person(judged)) return []
  const errors = (person.errors ?? []).filter((error) => !ownedByAnotherRule(error))
  return deviationsOf(judged, errors)
}

const withoutNulls = (value: unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null)
          .map(([name, member]) => [name, withoutNulls(member)]),
      )
    : value
