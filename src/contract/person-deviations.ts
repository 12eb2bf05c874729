import type { ErrorObject } from 'ajv'
import { person } from '../../generated/validators.js'
import { isJsonObject, valueAt } from '../evidence/json.ts'
import { saysSomething } from '../evidence/person-reading.ts'
import { ownedByAnotherRule } from './person-schema.ts'
import { valueAtPointer } from './pointer.ts'
import { deviationsOf, type SchemaDeviation } from './schema-judge.ts'

/**
 * Where a person is not what the snapshot and the pages say. A member that is null or an empty string is judged as if
 * it were absent (KRR-BODY-020 and 026 own those), unknown members are passed over, and so is what another rule owns
 * that is no MUST.
 */
export const personDeviations = (value: unknown): readonly SchemaDeviation[] => {
  const judged = withoutEmpty(value)
  if (person(judged)) return []
  const errors = (person.errors ?? []).filter(
    (error) => !ownedByAnotherRule(error) && !isEmptyWithin(value, error),
  )
  return deviationsOf(judged, errors)
}

const withoutEmpty = (value: unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, member]) => saysSomething(member))
          .map(([name, member]) => [name, withoutEmpty(member)]),
      )
    : value

/** That a part of somebody's data is an empty string says that there is none of it: Digdir's test data have it so. */
const isEmptyWithin = (value: unknown, { keyword, instancePath, params }: ErrorObject): boolean =>
  keyword === 'required' &&
  instancePath !== '' &&
  valueAt(valueAtPointer(value, instancePath), String(params['missingProperty'])) === ''
