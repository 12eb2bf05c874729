import { expect, test } from 'vitest'
import { contentJson, parseJson } from './exchange.ts'
import { limits } from './limits.ts'

const members = Array.from({ length: 40_000 }, (_, at) => `"m${at}":"text ${at}"`).join()

// Each takes a tenth of a second to be read, and was read again by each rule that asked for it.
test.each([
  ['cut off at the limit', `{${members}`.slice(0, limits.contentBytes)],
  ['whole', `{${members}}`],
])(
  'a megabyte that is %s is read once, however many rules ask for it',
  {
    timeout: 30_000,
  },
  (_, text) => {
    const message = { fields: [], content: new TextEncoder().encode(text) }
    const first = contentJson(message)
    for (let asked = 0; asked < 1_000; asked += 1) expect(contentJson(message)).toBe(first)
  },
)

test('what was read of one long text is not taken for another of its length', () => {
  const text = (value: number) => `{"a":${value},"b":"${'b'.repeat(20_000)}"}`
  const [one, other] = [parseJson(text(1)), parseJson(text(2))]
  expect([one, other]).toMatchObject([{ a: 1 }, { a: 2 }])
})
