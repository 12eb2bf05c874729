import { describe, expect, test } from 'vitest'
import { sampleReading } from '../rules/body/sample-reading.fixture.ts'
import { languageOfAnother, type Surroundings, takeUndisturbed } from './interference.ts'

const earlier = '2026-11-22T13:00:00+01'
const later = '2026-11-22T13:00:07+01'
const read = (spraak: string | undefined, spraak_oppdatert = later) =>
  sampleReading({ person: { spraak, spraak_oppdatert } })
const before = read('nb', earlier)
const around = (...after: Surroundings['after']): Surroundings => ({
  before,
  written: ['en'],
  after,
})

describe('a language of somebody else', () => {
  test.each([
    ['neither stood there nor was written', around(read('se')), 'se'],
    ['is seen by one reading of several', around(read('en'), read('en'), read('nn')), 'nn'],
    ['is the one that stood there, set anew', around(read('nb', later)), 'nb'],
  ])('%s', (_, surroundings, language) => {
    expect(languageOfAnother(surroundings)).toBe(language)
  })

  test.each([
    ['what was written', around(read('en'))],
    ['what stood there, untouched: a change that is lost, or seen late', around(before)],
    ['none at all', around(read(undefined))],
  ])('is not %s', (_, surroundings) => {
    expect(languageOfAnother(surroundings)).toBeUndefined()
  })
})

/** What a step shows that changes nothing. */
const untouched = 'untouched'

describe('a step that writes', () => {
  const take = async (shown: readonly string[], own: readonly string[] | null = ['nb']) => {
    const left: string[] = []
    const taken: string[] = []
    const access = {
      own: () => own ?? undefined,
      giveWay: async (language: string) => void left.push(language),
    }
    const step = takeUndisturbed(
      access,
      async () => {
        const language = shown[taken.length] ?? ''
        taken.push(language)
        return language
      },
      (language) => around(language === untouched ? before : read(language)),
    )
    return { outcome: await step.catch((error: Error) => error), taken, left }
  }

  test('is taken once where nothing is odd', async () => {
    expect(await take(['en'])).toEqual({ outcome: 'en', taken: ['en'], left: [] })
  })

  test('that shows another language each time is the server’s doing, as it was the first time', async () => {
    expect(await take(['se', 'se'])).toEqual({ outcome: 'se', taken: ['se', 'se'], left: [] })
  })

  test('that has no effect where nobody disturbs it is judged as that, whatever it showed before', async () => {
    const { outcome, left } = await take(['se', untouched])
    expect([outcome, left]).toEqual([untouched, []])
  })

  test('that shows it once was disturbed, and the other’s language is left', async () => {
    const { outcome, taken, left } = await take(['se', 'en'])
    expect(outcome).toMatchObject({ code: 'EVIDENCE_UNAVAILABLE', verdict: 'inconclusive' })
    expect([taken, left]).toEqual([['se', 'en'], ['se']])
  })

  test('that shows one that may be our own, come late, leaves it to be put back', async () => {
    expect((await take(['se', 'en'], ['nb', 'se'])).left).toEqual([])
    expect((await take(['se', 'en'], null)).left).toEqual([])
  })
})
