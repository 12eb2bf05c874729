import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { exitCodes } from '../../report/exit-code.ts'
import type { Terminal } from '../command.ts'
import { pullLines, specCommand } from './spec.ts'

const run = async (...args: readonly string[]) => {
  const lines: string[] = []
  const terminal: Terminal = {
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(line),
    columns: 80,
    interactive: false,
  }
  return { code: await specCommand.run(args, terminal), lines }
}

const snapshot = {
  document: 'krr-person.openapi.json',
  kind: 'pulled',
  source: 'https://krr.example/v3/api-docs',
  retrieved: '2026-11-22T12:00:00.000Z',
  sha256: 'aa11',
} as const

const pulled = {
  outcome: 'pulled',
  dialect: 'OpenAPI 3.0',
  snapshot,
  isSame: false,
  changes: [],
  generated: [],
} as const

describe('krr spec', () => {
  it('says of every generated file whether it is in step', async () => {
    expect(await run('generate', '--check')).toEqual({
      code: exitCodes.conformant,
      lines: [
        'generated/krr.ts: in step',
        'generated/validators.js: in step',
        'generated/validators.d.ts: in step',
        'generated/known-schemas.js: in step',
        'generated/known-schemas.d.ts: in step',
        'generated/sentences.ts: in step',
        'generated/rules.ts: in step',
        'generated/rule-words.ts: in step',
        'docs/rules.md: in step',
        'docs/weak.md: in step',
      ],
    })
  })

  it.each([
    [[], 'krr spec takes "generate" or "pull", but has none'],
    [['push'], 'krr spec takes "generate" or "pull", but has "push"'],
  ])('refuses %j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(new ConfigurationError([message]))
  })
})

describe('pullLines', () => {
  const found = 'OpenAPI 3.0 from https://krr.example/v3/api-docs, sha256 aa11'

  const change = { earlier: undefined, quotes: false, breaks: true } as const

  it('shows what changes and what was written', () => {
    const changes = [
      { ...change, kind: 'removed', place: { method: 'PATCH' }, how: '' },
      {
        ...change,
        kind: 'changed',
        place: {
          method: 'GET',
          message: 'response',
          status: '200',
          mediaType: '*/*',
          member: ['status'],
        },
        how: 'newly required',
      },
    ] as const
    const generated = [{ path: 'generated/krr.ts', state: 'written' }] as const
    expect(pullLines({ ...pulled, changes, generated }, false)).toEqual([
      found,
      'What changes for the person resource:',
      '  removed PATCH',
      '  changed GET 200 */* /status: newly required',
      'Written: specs/krr-person.openapi.json, specs/source.json, specs/SOURCE.md',
      'generated/krr.ts: written',
    ])
  })

  it('says where nothing changes, nothing is written, or it is here already', () => {
    expect(pullLines(pulled, true)).toEqual([
      found,
      'Nothing changes for the person resource.',
      'Nothing was written (--dry-run).',
    ])
    expect(pullLines({ ...pulled, isSame: true }, false)).toEqual([
      found,
      'It is the snapshot that is here already.',
    ])
  })

  it('says why nothing was pulled', () => {
    expect(pullLines({ outcome: 'none', reason: '/v3/api-docs answered 401' }, false)).toEqual([
      'Nothing was pulled: no OpenAPI document was found: /v3/api-docs answered 401',
    ])
    expect(pullLines({ outcome: 'unusable', problems: ['/paths: not present'] }, false)).toEqual([
      'Nothing was pulled: what was found cannot take the place of the snapshot',
      '  /paths: not present',
    ])
  })
})
