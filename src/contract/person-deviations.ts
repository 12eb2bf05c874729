import { person } from '../../generated/validators.js'
import { isJsonObject } from '../evidence/json.ts'
import { deviationsOf, type SchemaDeviation } from './schema-deviation.ts'

/**
 * Where a person is not what the snapshot and the pages say. A null member is judged as if it were
 * absent (KRR-BODY-020 owns null), and unknown members are passed over.
 */
export const personDeviations = (value: unknown): readonly SchemaDeviation[] => {
  const judged = withoutNulls(value)
  return person(judged) ? [] : deviationsOf(judged, person.errors ?? [])
}

const withoutNulls = (value: unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => member !== null)
          .map(([name, member]) => [name, withoutNulls(member)]),
      )
    : value
