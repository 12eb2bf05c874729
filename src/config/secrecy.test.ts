import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConfigurationError } from './configuration-error.ts'
import { loadConfiguration } from './load.ts'
import { readyTest, sampleNumber } from './samples.fixture.ts'
import { settings } from './settings.ts'

/** Everything that a configuration says to people. */
const sayings = (env: Readonly<Record<string, string>>): string => {
  try {
    const { environments, warnings } = loadConfiguration({ env, argv: {} })
    const problems = environments.flatMap((one) => (one.kind === 'unusable' ? one.problems : []))
    return [...problems, ...warnings].join('\n')
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return [error.message, error.stack, String(error.cause)].join('\n')
  }
}

const hidden = settings
  .filter(({ sensitivity }) => sensitivity !== 'public')
  .map(({ key }) => key.replace('<NAME>', 'TEST'))
const everywhere = settings.map(({ key }) => key.replace('<NAME>', 'TEST'))

// Twelve characters that no message contains by chance.
const word = fc
  .string({ minLength: 12, maxLength: 60, unit: 'grapheme' })
  .filter((text) => /\S{6}/.test(text.trim()))
const shapes = fc.oneof(
  word,
  word.map((text) => `{"kty":"oct","k":${JSON.stringify(text)}}`),
  word.map((text) => `ws://user:${encodeURIComponent(text)}@host/?token=${text}`),
  word.map((text) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----`),
)

test('no secret or personal value is in any message, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.constantFrom(...hidden), shapes, (key, value) => {
      const said = sayings({ ...readyTest, [key]: value })
      expect(said.includes(value.trim())).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a number, a key or a token in the wrong place is not shown either', () => {
  const leaks = [
    sampleNumber(7, 85),
    `${sampleNumber(7, 85)}x`,
    'eyJhbGciOiJub25lIn0.e30.',
    'https://me:canary-in-a-url@example.com/#x',
    '-----BEGIN PRIVATE KEY-----',
    '{"d":"canary"}',
  ]
  for (const key of everywhere) {
    for (const value of leaks) expect(sayings({ ...readyTest, [key]: value })).not.toContain(value)
  }
})
