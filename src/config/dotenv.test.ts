import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dotenvAt, sourceAt, sourceOf } from './dotenv.ts'
import { inFolder } from './samples.fixture.ts'
import { oddTexts } from './warnings.ts'

const withFile = <Result>(text: string | Uint8Array, work: (folder: string) => Result): Result =>
  inFolder((folder) => {
    writeFileSync(join(folder, '.env'), text)
    return work(folder)
  })

describe('.env', () => {
  test('is not needed', () => {
    expect(inFolder(dotenvAt)).toEqual({ variables: {}, warnings: [] })
  })

  test('comes after the process environment, also where that is blank', () => {
    const file = 'KRR_ENV=test\nKRR_CONTACT=a@example.com\nKRR_STATE_DIR=here\n'
    const source = withFile(file, (folder) =>
      sourceAt(folder, { KRR_ENV: 'prod', KRR_CONTACT: '', KRR_REPORT_DIR: undefined }),
    )
    expect(source.get('KRR_ENV')).toBe('prod')
    expect(source.get('KRR_CONTACT')).toBeUndefined()
    expect(source.get('KRR_STATE_DIR')).toBe('here')
    expect(source.where('KRR_ENV')).toContain('set in the process environment')
    expect(source.where('KRR_STATE_DIR')).toBe('set it in .env (see .env.example)')
  })

  test('leaves the process environment alone', () => {
    withFile('KRR_ONLY_IN_THE_FILE=1\n', (folder) => sourceAt(folder, {}))
    expect(process.env['KRR_ONLY_IN_THE_FILE']).toBeUndefined()
  })

  test('that is a folder is named with its path', () => {
    inFolder((folder) => {
      mkdirSync(join(folder, '.env'))
      expect(() => dotenvAt(folder)).toThrow(
        `${folder}/.env must be a text file that can be read, but a folder is there, not a file`,
      )
    })
  })

  test('in another encoding than UTF-8 is refused', () => {
    expect(() => withFile(Buffer.from('\uFEFFKRR_ENV=test', 'utf16le'), dotenvAt)).toThrow(
      'it is not UTF-8 text',
    )
  })

  test('with a byte order mark is read', () => {
    expect(withFile('\uFEFFKRR_ENV=test', dotenvAt).variables).toEqual({ KRR_ENV: 'test' })
  })

  test('a line without =, and a value cut at #, are pointed out without the value', () => {
    const file = 'KRR_ENV test\nKRR_TEST_CLIENT_SECRET=abc#def\nKRR_A="x#y"\nKRR_B=z # why\n'
    const { warnings } = withFile(file, dotenvAt)
    expect(warnings.map((warning) => warning.replace(/^.*\.env/, '.env'))).toEqual([
      '.env, line 1: KRR_ENV is not followed by = and a value',
      '.env, line 2: the value of KRR_TEST_CLIENT_SECRET ends before the #; put it in quotes if the # belongs to it',
    ])
  })

  test.each(['ab"c#def1', "ab'c#def", 'a#bc', '#abc', 'abc#def', 'a#'])(
    'a value cut at #, %s, is pointed out in every form',
    (value) => {
      const { warnings } = withFile(`KRR_TEST_CLIENT_SECRET=${value}\n`, dotenvAt)
      expect(warnings.join()).toContain('KRR_TEST_CLIENT_SECRET ends before the #')
    },
  )

  test.each(['"a#b"', "'#a' # why", 'abc # why', ' # why', '`a#b`'])(
    'a value that is whole, %s, is not',
    (value) => {
      expect(withFile(`KRR_TEST_CLIENT_SECRET=${value}\n`, dotenvAt).warnings).toEqual([])
    },
  )
})

test.each([
  ['a\u200bsecret', 'U+200B (a character that shows nothing)'],
  ['a\u00a0secret', 'U+00A0 (a character that shows nothing)'],
  ['a\ufeffsecret', 'U+FEFF (a character that shows nothing)'],
  ['\u201csecret\u201d', 'U+201C (a curly quote)'],
])(
  'a secret with a character of a document in it, %j, is pointed out without it',
  (text, named) => {
    const key = 'KRR_MINE_CLIENT_SECRET'
    const warnings = oddTexts(['mine'], sourceOf({ [key]: text }))
    expect(warnings[0]).toContain(`${key} holds ${named}`)
    expect(warnings.join()).not.toContain('secret')
    expect(oddTexts(['mine'], sourceOf({ [key]: 'a-plain-secret' }))).toEqual([])
  },
)
