import { describe, expect, test } from 'vitest'
import { fiveMembers, sampleRefusal } from '../auth/sample-refusal.fixture.ts'
import { samplePid } from '../body/sample-reading.fixture.ts'
import { findingsOf } from '../findings-of.fixture.ts'
import { fromWire } from '../rule.ts'
import { errorsShowNoPersonalData as rule } from './003-errors-show-no-personal-data.ts'

const anothers = '22885399316'
const judge = (text: string) =>
  findingsOf(rule, sampleRefusal({ content: { ...fiveMembers, error_description: text } }))

describe(rule.id, () => {
  test.each([
    ['the five members', fiveMembers.error_description],
    ['eleven digits that are no number', 'ref 12345678901'],
    ['a number within a longer one', `1${anothers}`],
    ['a number within an id', `a${anothers} ${anothers}-7f1c 0.${anothers}`],
    ['a decimal', `${anothers}.5`],
    ['times', '1763812801000 2026-11-22T12:00:01.123456789Z'],
  ])('conforms: %s', async (_, text) => {
    expect(await judge(text)).toEqual([])
  })

  test("deviates: the test user's number, told once", async () => {
    expect(await judge(`no access to ${samplePid}`)).toEqual([
      { at: '/error_description', expected: 'nothing of the person', actual: fromWire(samplePid) },
    ])
  })

  test.each([' ', '-'])('deviates: numbers as people write them, "%s" between', async (mark) => {
    const grouped = (pid: string) => `${pid.slice(0, 6)}${mark}${pid.slice(6)}`
    expect(await judge(`no access to ${grouped(samplePid)}`)).toMatchObject([
      { expected: 'nothing of the person', actual: fromWire(samplePid) },
    ])
    expect(await judge(`no access to ${grouped(anothers)}`)).toMatchObject([
      { expected: 'no personidentifikator', actual: fromWire(anothers) },
    ])
  })

  test("deviates: somebody else's number, in the content or in a field", async () => {
    const number = { expected: 'no personidentifikator', actual: fromWire(anothers) }
    expect(await judge(`no access to ${anothers}.x`)).toEqual([
      { at: '/error_description', ...number },
    ])
    const fields = [['WWW-Authenticate', `Bearer error_description="${anothers}"`]] as const
    expect(await findingsOf(rule, sampleRefusal({ fields }))).toEqual([
      { at: 'WWW-Authenticate', ...number },
    ])
  })

  test('not applicable: a success, which is for the rules of refusal', async () => {
    const success = sampleRefusal({ status: 200, content: { user: samplePid } })
    expect(rule.notApplicable?.(success)).toBe('the response is no error')
    expect(await findingsOf(rule, success)).toEqual([])
    expect(rule.notApplicable?.(sampleRefusal())).toBeUndefined()
  })
})
