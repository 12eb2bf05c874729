import { describe, expect, it } from 'vitest'
import { sampleJws, sampleReading } from './body/sample-reading.fixture.ts'
import { differences } from './same-person.ts'

const first = sampleReading()

describe('differences', () => {
  it('finds none between a person and herself, whatever the order of members', () => {
    const person = Object.fromEntries(Object.entries(first.person).reverse())
    expect(differences(first, { ...first, person })).toEqual([])
  })

  it('names the place, the member and both values, and hides what no member is called', () => {
    const second = sampleReading({
      person: { digital_post: { postkasseadresse: 'x' }, 'ola@example.org': [1] },
    })
    expect(differences(first, second)).toEqual([
      {
        at: '/digital_post/postkasseadresse',
        member: 'digital_post',
        first: 'test#9YDT',
        second: 'x',
      },
      {
        at: '/digital_post/postkasseleverandoeradresse',
        member: 'digital_post',
        first: '984661185',
        second: undefined,
      },
      { at: '/*/0', member: 'ola@example.org', first: undefined, second: 1 },
    ])
  })

  it('tells null, an empty object, an empty array and an empty string apart', () => {
    const values = [null, {}, [], '', undefined]
    for (const [index, one] of values.entries()) {
      for (const [other, two] of values.entries()) {
        const pair = [one, two].map((spraak) => sampleReading({ person: { spraak } }))
        const [before = first, after = first] = pair
        expect(differences(before, after)).toHaveLength(index === other ? 0 : 1)
      }
    }
  })

  it('looks no deeper than any person is', () => {
    const [deep, deeper] = [10_000, 20_000].map((depth) => {
      const spraak: unknown = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
      return { ...first, person: { ...first.person, spraak } }
    })
    if (deep === undefined || deeper === undefined) throw new Error('no reading')
    expect(differences(deep, deeper)).toEqual([])
    expect(differences(first, deep).map(({ member }) => member)).toEqual(['spraak', 'spraak'])
  })

  it('leaves out the members that are to be ignored, and the claims of a JWS', () => {
    const person = { spraak: 'nn', iss: 'https://krr.example', iat: 1 }
    const second = sampleReading({ person, jws: sampleJws })
    expect(differences(first, second, { ignore: ['spraak'] })).toEqual([])
    expect(differences(first, { ...second, jws: undefined }, { ignore: ['spraak'] })).toHaveLength(
      2,
    )
  })
})
