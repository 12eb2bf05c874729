import { describe, expect, test } from 'vitest'
import { withText } from '../hostile-report.fixture.ts'
import { type sampleKinds, sampleReport } from '../sample-report.fixture.ts'
import { githubAnnotations } from './github.ts'

const kindsOf = (kind: (typeof sampleKinds)[number]) =>
  githubAnnotations(sampleReport(kind)).map((line) => line.split(' ')[0])

describe('githubAnnotations', () => {
  test('a deviation is an error, a SHOULD deviation a warning, a conforming run neither', () => {
    expect(githubAnnotations(sampleReport('deviating'))[0]).toMatch(
      /^::error title=test%3A KRR-JWS-003 .*::.*received <signature>/,
    )
    expect(kindsOf('deviating')).toEqual(['::error', '::error', '::warning'])
    expect(kindsOf('conformant')).toEqual([])
  })

  test('what is known is a warning, and so is what could not be judged; nothing of it is an error', () => {
    for (const kind of ['known', 'inconclusive', 'broken'] as const) {
      expect(kindsOf(kind)).not.toContain('::error')
      expect(kindsOf(kind)).toContain('::warning')
    }
  })

  test('a language that was not put back comes first', () => {
    expect(githubAnnotations(sampleReport('notRestored'))[0]).toBe(
      '::error title=test%3A the language was not put back::three attempts got 503',
    )
  })

  test('no text from outside can begin a command of its own', () => {
    const lines = githubAnnotations(
      withText(sampleReport('deviating'), 'a\n::set-output name=x::%0A'),
    )
    for (const line of lines) expect(line).not.toMatch(/[\r\n]/)
    expect(lines[0]).toContain('%0A::set-output name=x::%250A')
  })
})
