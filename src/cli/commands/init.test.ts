import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { sourceAt } from '../../config/dotenv.ts'
import { harnessVersion } from '../../run/version.ts'
import { initialise, type Platform } from './init.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'krr-init-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const init = (environment = 'test', chosen: readonly Platform[] = []): string => {
  const lines: string[] = []
  initialise(folder, environment, chosen, (line) => lines.push(line))
  return lines.join('\n')
}
const inFolder = (file: string): string => join(folder, file)
const textOf = (file: string): string => readFileSync(inFolder(file), 'utf8')

describe('krr init', () => {
  test('writes .env for its owner alone, with what is needed and all else as comments', () => {
    expect(init()).toContain('.env: written')
    expect(statSync(inFolder('.env')).mode & 0o777).toBe(0o600)
    expect(textOf('.env').match(/^KRR_\w+=.*$/gm)).toEqual([
      'KRR_ENV=test',
      'KRR_TEST_CLIENT_ID=',
      'KRR_TEST_CLIENT_SECRET=',
      'KRR_TEST_REDIRECT_URI=',
      'KRR_TEST_PID=',
    ])
    expect(textOf('.env')).toContain('#KRR_STATE_DIR=.krr')
    expect(textOf('.gitignore').split('\n')).toEqual(['.env', '.krr/', 'reports/', ''])
    // A blank value counts as not set, and no line of it is odd.
    const source = sourceAt(folder, {})
    expect([source.keys, source.warnings]).toEqual([['KRR_ENV'], []])
  })

  test('has the keys of an environment of one’s own, and its addresses', () => {
    init('my-own')
    expect(textOf('.env')).toMatch(/^KRR_MY_OWN_API_URL=\nKRR_MY_OWN_ISSUER=$/m)
    expect(textOf('.env')).toContain('#KRR_MY_OWN_ACR=')
    expect(textOf('.env')).not.toContain('KRR_TEST_')
  })

  test('overwrites nothing, and adds to .gitignore what is not there', () => {
    writeFileSync(inFolder('.env'), 'KRR_ENV=mine\n')
    writeFileSync(inFolder('.gitignore'), 'node_modules/\n.env')
    const said = init('test', ['github'])
    expect(said).toContain('.env: is there, and left as it is')
    expect(textOf('.env')).toBe('KRR_ENV=mine\n')
    expect(textOf('.gitignore')).toBe('node_modules/\n.env\n.krr/\nreports/\n')
    const written = textOf('.github/workflows/krr.yml')
    writeFileSync(inFolder('.github/workflows/krr.yml'), 'mine')
    expect(init('test', ['github'])).toContain('krr.yml: is there')
    expect(textOf('.github/workflows/krr.yml')).toBe('mine')
    expect(written).not.toContain('{{env}}')
  })

  test('writes a workflow of each platform with nothing left to fill in', () => {
    init('my-own', ['github', 'gitlab', 'jenkins'])
    for (const file of ['.github/workflows/krr.yml', 'krr.gitlab-ci.yml', 'Jenkinsfile.krr']) {
      const text = textOf(file)
      expect(text.replaceAll(/\$\{\{.*?\}\}/g, '')).not.toMatch(/\{\{|\}\}/)
      expect(text).toContain(`krr-conformance@${harnessVersion}`)
      expect(text).toContain('KRR_MY_OWN_CLIENT_SECRET')
    }
    expect(Object.keys(parse(textOf('.github/workflows/krr.yml')).jobs)).toEqual(['judge', 'gate'])
    expect(Object.keys(parse(textOf('krr.gitlab-ci.yml')))).toEqual([
      '.krr',
      'krr-judge',
      'krr-gate',
    ])
  })

  test.each(['../x', 'a b', 'Test', 'reference'])('takes no environment "%s"', (name) => {
    expect(() => init(name)).toThrow(/^--env /)
  })
})
