import { describe, expect, test } from 'vitest'
import { krrScopes } from '../evidence/person-reading.ts'
import { personCombinations } from '../krr/person-api.ts'
import { rules } from '../rules/index.ts'
import { covering } from './covering.ts'
import { dumbServers } from './dumb-servers/index.ts'
import { experiments, unmodified } from './experiments.ts'
import { scopeSets } from './scope-sets.ts'
import { variants } from './variants/index.ts'

const levels = new Map<string, string>(rules.map(({ id, level }) => [id, level]))
const allVariants = Object.values(variants).flat()

describe('experiments', () => {
  test('every row has an id of its own', () => {
    const ids = experiments.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('there are 25 conforming variants at least, and none may trip a MUST rule', () => {
    expect(allVariants.length).toBeGreaterThanOrEqual(25)
    const musts = allVariants.flatMap(({ id, mayTrip = [] }) =>
      mayTrip.filter((rule) => levels.get(rule) !== 'SHOULD').map((rule) => `${id}: ${rule}`),
    )
    // What is only observed may be observed; everything else that may trip is a SHOULD.
    expect(musts.filter((one) => levels.get(one.split(': ')[1] ?? '') !== 'INFO')).toEqual([])
  })

  test('no dumb server is expected to conform, and each desert has a reason', () => {
    const servers = Object.values(dumbServers).flat()
    expect(servers.filter(({ verdict }) => verdict === 'conformant')).toEqual([])
    for (const { deserves } of servers)
      for (const { because } of deserves) expect(because).toMatch(/\w{4}/)
  })
})

describe('clients with fewer scopes', () => {
  const nameOf = (scopes: readonly string[] | undefined) =>
    (scopes ?? krrScopes).map((scope) => scope.slice('krr:user/'.length)).join(' ')
  const every = personCombinations.map(nameOf).sort()

  test('each of the seven sets is run with a defect, a variant, and the environment as it is', () => {
    const setsOf = (kind: string) =>
      experiments.filter((own) => own.kind === kind).map(({ scopes }) => nameOf(scopes))
    expect([...new Set(setsOf('defect'))].sort()).toEqual(every)
    expect([...new Set(setsOf('variant'))].sort()).toEqual(every)
    const asItIs = [unmodified, ...experiments.filter(({ group }) => group === 'clients')]
    expect(asItIs.map(({ scopes }) => nameOf(scopes)).sort()).toEqual(every)
    expect(covering(experiments, []).filter(({ group }) => group === 'clients')).toHaveLength(6)
  })

  test('each row that a set names exists', () => {
    const ids = new Set(experiments.map(({ id }) => id))
    const named = scopeSets.flatMap((set) => [...set.defects, ...set.variants])
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })
})

describe('covering', () => {
  const chosen = covering(
    experiments,
    rules.map(({ id }) => id),
  )

  test('trips every rule that anything trips, with far fewer rows', () => {
    const provenBy = (own: typeof experiments) => new Set(own.flatMap(({ proves }) => proves))
    expect([...provenBy(chosen)].sort()).toEqual([...provenBy(experiments)].sort())
    expect(chosen.length).toBeLessThan(experiments.length / 2)
  })

  test('has some conforming variants and some dumb servers', () => {
    for (const kind of ['variant', 'dumb-server'])
      expect(chosen.filter((own) => own.kind === kind).length).toBeGreaterThanOrEqual(3)
  })
})
