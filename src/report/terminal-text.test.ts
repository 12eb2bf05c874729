import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visibleJson } from '../evidence/visible-text.ts'
import { hostileText } from './hostile-report.fixture.ts'
import { ciCommand, coloured, printable, wrapped } from './terminal-text.ts'

/** As GitHub's runner reads a line of output (ActionCommand.cs): the old form anywhere, the new one at its beginning. */
const isGithubCommand = (line: string): boolean =>
  /##\[[^\]]*\]/.test(line) || /^\s*::[^:]*::/.test(line)

describe('what is printed', () => {
  test.each([
    ['::error::x', '\\u{3a}:error::x'],
    ['  \u00a0::stop-commands::tok', '  \u00a0\\u{3a}:stop-commands::tok'],
    ['a\n::set-output name=x::y', 'a\n\\u{3a}:set-output name=x::y'],
    ['a ##[error]x ###[group]', 'a \\u{23}#[error]x #\\u{23}#[group]'],
    ['##vso[task.setvariable]x', '\\u{23}#vso[task.setvariable]x'],
    ["##teamcity[testFailed name='x']", "\\u{23}#teamcity[testFailed name='x']"],
    ['\u001b[31mred\u0007\u202e\u009b0m', '\\u{1b}[31mred\\u{7}\\u{202e}\\u{9b}0m'],
    ['a\rb\u2028c', 'a\\u{d}b\\u{2028}c'],
    ['a::b ## c [d]\n\tæøå', 'a::b ## c [d]\n\tæøå'],
  ])('%j is printed as %j', (text, printed) => {
    expect(printable(text)).toBe(printed)
  })

  test('steers no terminal and commands no runner, whatever it is and however it is wrapped', () => {
    const commands = fc.constantFrom('::error::', '##[', 'x]', '::stop-commands::t', '##vso[', '\n')
    const text = fc
      .array(fc.oneof(commands, hostileText, fc.constant(' ')))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 40 }), (hostile, width) => {
        for (const line of [hostile, ...wrapped(hostile, width), `  ${hostile}`]) {
          const lines = printable(line).split('\n')
          expect(lines.filter(isGithubCommand)).toEqual([])
          expect(lines.join('')).not.toMatch(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
          expect(stripVTControlCharacters(printable(coloured('bad', line)))).toBe(printable(line))
        }
      }),
    )
  })

  test('is coloured where it is ours: no text from outside can be', () => {
    expect(printable(`a ${coloured('good', 'b')} \u001b[32mc`)).toBe(
      'a \u001b[1m\u001b[32mb\u001b[22m\u001b[39m \\u{1b}[32mc',
    )
    expect(printable(coloured('strong', '::error::x'))).toBe('\u001b[1m\\u{3a}:error::x\u001b[22m')
  })

  test('is a command where it is ours, and what it says is none', () => {
    expect(printable(ciCommand('::error title=a::\u001b ##[group]'))).toBe(
      '::error title=a::\\u{1b} \\u{23}#[group]',
    )
  })

  test('takes a megabyte of each in its stride', () => {
    for (const text of ['\n', ' ', '#', '##a', '::', '\u001b', '\u202e', '\n ::', '##[']) {
      const start = performance.now()
      printable(text.repeat(1_000_000 / text.length))
      expect(performance.now() - start, JSON.stringify(text)).toBeLessThan(5_000)
    }
  })

  test('is JSON still where it was JSON: it means the same, and nothing of it has to be changed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(hostileText, fc.oneof(hostileText, fc.constant('##[x]'))),
        (value) => {
          const json = visibleJson(value, 2)
          expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
          expect(printable(json)).toBe(json)
        },
      ),
    )
  })
})

/** Who prints by themselves: everybody else goes through `printable`. */
test('nothing else writes to the terminal', () => {
  const source = fileURLToPath(new URL('..', import.meta.url))
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const writers = files
    .filter((path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$/.test(path))
    .filter((path) =>
      /process\.std(out|err)\.write|console\.\w+\(|writeSync\([12],|\bout(put)?: process\.std/.test(
        readFileSync(join(source, path), 'utf8'),
      ),
    )
  // It draws a line over itself, which it writes out before.
  expect(writers).toEqual(['cli/progress.ts'])
})
