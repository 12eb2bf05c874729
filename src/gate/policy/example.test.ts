import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { factKinds } from '../../compare/model.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { ruleSetVersion } from '../../rules/rule-set.ts'
import { readFlaky } from '../flaky/read-flaky.ts'
import { readKnown } from '../known/read-known.ts'
import schema from './gate-policy.schema.json' with { type: 'json' }
import { readPolicy, strictPolicy } from './policy.ts'

test('the example is a policy, has every key, and is strict but for what its comments say', async () => {
  const text = await readFile(join(projectFolder(), 'gate.policy.example.yaml'), 'utf8')
  for (const key of Object.keys(schema.properties))
    expect(text).toMatch(new RegExp(`^${key}:`, 'm'))
  expect(readPolicy(text, 'gate.policy.example.yaml')).toEqual({
    ...strictPolicy,
    ruleSet: ruleSetVersion,
    block: { levels: ['MUST'], rules: ['KRR-HTTP-005'] },
    environments: { prod: { notExercised: ['PATCH'], notApplicable: [] } },
  })
})

test('the examples of both lists are read, each with its line', async () => {
  const read = (file: string) => readFile(join(projectFolder(), file), 'utf8')
  expect(readKnown(await read('known-deviations.example.yaml'))).toMatchObject([
    { rule: 'KRR-JWS-003', environment: 'test', line: 5 },
  ])
  expect(readFlaky(await read('known-flaky.example.yaml'))).toMatchObject([
    { environment: 'test', requests: ['GET person, spraak, application/json'], line: 4 },
  ])
})

test('every kind of difference can be called breaking, but for latency, which has its factor', () => {
  const changes = ['added', 'removed', 'changed'] as const
  expect(schema.$defs.difference.enum.toSorted()).toEqual(
    [
      ...factKinds.flatMap((kind) => changes.map((change) => `${kind}-${change}`)),
      'member-type-changed',
      'error-member-type-changed',
      'exchange-added',
      'exchange-removed',
    ].toSorted(),
  )
})
