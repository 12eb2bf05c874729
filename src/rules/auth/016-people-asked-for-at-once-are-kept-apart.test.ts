import { describe, expect, it } from 'vitest'
import { samplePerson, samplePid, sampleReading } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import {
  type PeopleAtOnce,
  peopleAskedForAtOnceAreKeptApart as rule,
} from './016-people-asked-for-at-once-are-kept-apart.ts'

const otherPid = '28876895937'
const one = sampleReading()
const other = sampleReading({
  person: {
    personidentifikator: otherPid,
    kontaktinformasjon: { ...samplePerson.kontaktinformasjon, epostadresse: 'other@example.org' },
    digital_post: undefined,
  },
  expected: { persona: 'NO_MAILBOX', pid: otherPid, has: [] },
})
const alone = [[one], [other]] as const
const inOrder = [one, other] as const

describe(rule.id, () => {
  it('conforms: each is who they were alone, in every round', async () => {
    const rounds = [inOrder, inOrder] as const
    expect(await findingsOf(rule, { alone, rounds, strays: [] })).toEqual([])
  })

  it('conforms: a value that changed and that nobody else had', async () => {
    const moved = sampleReading({ person: { spraak: 'en' } })
    expect(await findingsOf(rule, { alone, rounds: [[moved, other]], strays: [] })).toEqual([])
  })

  it('conforms: a value of the other one that came and went alone as well', async () => {
    const kontaktinformasjon = { ...samplePerson.kontaktinformasjon, epostadresse: 'a@example.org' }
    const odd = sampleReading({ person: { kontaktinformasjon } })
    const theSame = {
      ...other,
      person: { ...other.person, kontaktinformasjon: one.person['kontaktinformasjon'] },
    }
    const judged = (own: PeopleAtOnce['alone'][0]) =>
      findingsOf(rule, { alone: [own, [theSame]], rounds: [[one, theSame]], strays: [] })
    expect(await judged([odd])).toHaveLength(1)
    expect(await judged([odd, odd, one])).toEqual([])
  })

  it('does not apply where a person who is read alone is somebody else already', () => {
    const strange = sampleReading({ person: { personidentifikator: otherPid } })
    const subject = (own: PeopleAtOnce['alone'][0]): PeopleAtOnce => {
      return { alone: [own, [other]], rounds: [], strays: [] }
    }
    expect(rule.notApplicable?.(subject([strange, strange]))).toContain('KRR-BODY-002')
    expect(rule.notApplicable?.(subject([strange, one]))).toBeUndefined()
  })

  it("deviates: the other one's answer, told by the number alone", async () => {
    const swapped = { ...other, expected: one.expected }
    expect(
      await findingsOf(rule, { alone, rounds: [inOrder, [swapped, other]], strays: [] }),
    ).toEqual([
      { at: '/personidentifikator', expected: fromWire(samplePid), actual: fromWire(otherPid) },
    ])
  })

  it("deviates: the other one's address or mailbox under one's own number", async () => {
    const { kontaktinformasjon } = other.person
    const mixed = sampleReading({ person: { kontaktinformasjon } as never })
    const withMailbox = {
      ...other,
      person: { ...other.person, digital_post: samplePerson.digital_post },
    }
    expect(await findingsOf(rule, { alone, rounds: [[mixed, withMailbox]], strays: [] })).toEqual([
      {
        at: '/kontaktinformasjon/epostadresse',
        expected: fromWire('test@example.org'),
        actual: fromWire('other@example.org'),
      },
      {
        at: '/digital_post/postkasseadresse',
        expected: 'absent',
        actual: fromWire('test#9YDT'),
      },
      {
        at: '/digital_post/postkasseleverandoeradresse',
        expected: 'absent',
        actual: fromWire('984661185'),
      },
    ])
  })

  it('deviates: another one came in any reading of the run', async () => {
    const swapped = { ...other, expected: one.expected }
    expect(await findingsOf(rule, { alone, rounds: [inOrder], strays: [swapped] })).toEqual([
      { at: '/personidentifikator', expected: fromWire(samplePid), actual: fromWire(otherPid) },
    ])
  })
})
