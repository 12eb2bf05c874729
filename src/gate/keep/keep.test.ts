import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSigner } from '../../report/seal/signer.ts'
import { plain } from '../../report/terminal-text.ts'
import { decide } from '../decide.ts'
import { inOrder, now, reportOf, sideOf, usualAnswers, withRule } from '../situation.fixture.ts'
import { writeDecisionHtml } from '../writers/html.ts'
import { writeDecisionMarkdown } from '../writers/markdown.ts'
import { decisionLines } from '../writers/text.ts'
import { headPaths, headProblem, readHead } from './head.ts'
import { historyFolder, verifiedDecisions } from './history.ts'
import { writeDecision } from './write-decision.ts'

const later = (minutes: number) => ({ now: new Date(now.getTime() + minutes * 60_000) })
const no = inOrder({
  to: sideOf('prod', withRule(reportOf('prod'), 'KRR-JWS-003', 'failed')),
  ...later(1),
})
let reportDir = ''
let folders = { reportDir: '', stateDir: '' }

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'krr-gate-'))
  reportDir = join(folder, 'reports')
  folders = { reportDir, stateDir: join(folder, 'state') }
  const signer = await openSigner(undefined)
  await writeDecision(decide(inOrder()), folders, signer)
  const override = { by: 'Kari <b>Nordmann</b>', reason: 'the incident of today needs it' }
  await writeDecision({ ...decide(no), override }, folders, signer)
  await writeDecision(decide(inOrder(later(2))), folders, signer)
})
afterAll(() => rm(join(reportDir, '..'), { recursive: true }))

describe('decisions that are kept', () => {
  test('the latest of a pair lies beside the history, in three forms', async () => {
    expect((await readdir(join(reportDir, 'gate'))).sort()).toEqual([
      'head.json',
      'history',
      'history.html',
      'test-prod.html',
      'test-prod.json',
      'test-prod.md',
    ])
    const latest = JSON.parse(await readFile(join(reportDir, 'gate', 'test-prod.json'), 'utf8'))
    expect(latest).toMatchObject({ answer: 'yes', from: { environment: 'test' } })
  })

  test('each is intact and names the one before it; an override stays in it with its answer', async () => {
    const decisions = await verifiedDecisions(reportDir)
    expect(
      decisions.map(({ decision, verification, isLinked }) => [
        decision?.answer,
        decision?.override?.reason,
        verification.intact,
        isLinked,
        verification.manifest?.verdict,
      ]),
    ).toEqual([
      ['yes', undefined, true, true, 'yes'],
      ['no', 'the incident of today needs it', true, true, 'no, overridden'],
      ['yes', undefined, true, true, 'yes'],
    ])
  })

  test('a decision is never replaced', async () => {
    const signer = await openSigner(undefined)
    await expect(writeDecision(decide(inOrder()), folders, signer)).rejects.toThrow()
  })

  test('another key, a changed byte in any file, and a decision taken out are found', async () => {
    const other = await verifiedDecisions(reportDir, ['x'.repeat(43)])
    expect(other.map(({ verification }) => verification.intact)).toEqual([false, false, false])
    expect(other.every(({ verification }) => verification.isWhole)).toBe(true)
    const [, second] = await readdir(historyFolder(reportDir))
    const folder = join(historyFolder(reportDir), second ?? '')
    for (const file of await readdir(folder)) {
      const before = await readFile(join(folder, file))
      const bytes = Buffer.from(before)
      bytes.writeUInt8(bytes.readUInt8(5) ^ 1, 5)
      await writeFile(join(folder, file), bytes)
      const [, own] = await verifiedDecisions(reportDir)
      expect(own?.verification.intact, file).toBe(false)
      await writeFile(join(folder, file), before)
    }
    await rm(folder, { recursive: true })
    expect((await verifiedDecisions(reportDir)).map(({ isLinked }) => isLinked)).toEqual([
      true,
      false,
    ])
  })
})

describe('the note of the latest decision', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ id, digest: id.repeat(64) }))
  const head = { decisions: 3, last: 'c', manifestSha256: 'c'.repeat(64) }

  test('the latest one, any one, and one that came without a note are missed or noticed', () => {
    expect(headProblem(three, head)).toBeUndefined()
    expect(headProblem(three.slice(0, 2), head)).toContain('names c as the latest decision')
    expect(headProblem(three.slice(1), head)).toContain('counts 3 decisions up to c')
    expect(headProblem(three, { ...head, last: 'b', manifestSha256: 'b'.repeat(64) })).toContain(
      'and there are 3',
    )
    expect(headProblem(three, { ...head, manifestSha256: 'd'.repeat(64) })).toContain('another c')
    expect(headProblem(three, undefined)).toContain('is missing')
    expect(headProblem(three, 'broken')).toContain('cannot be read')
  })

  test('it is written beside the history and in the state directory, and read back', async () => {
    const [last] = (await readdir(historyFolder(reportDir))).sort().slice(-1)
    for (const path of headPaths(reportDir, folders.stateDir)) {
      expect(await readHead(path)).toMatchObject({ decisions: 3, last })
    }
  })
})

describe('forms of a decision', () => {
  const decision = {
    ...decide(no),
    override: { by: 'Kari <b>Nordmann</b>', reason: 'the *incident* of today' },
  }

  test('each names every reason with what would change it, and who overrode it', () => {
    const text = decisionLines(decision, { columns: 80, paint: plain }).join('\n')
    const forms = [text, writeDecisionMarkdown(decision), writeDecisionHtml(decision)]
    for (const form of forms) {
      expect(form).toContain('must-failed')
      expect(form).toContain('KRR-JWS-003')
      expect(form).toContain('gate waive')
      expect(form).toContain('Break-glass: Kari')
    }
    expect(forms[2]).not.toContain('<b>Nordmann')
    expect(forms[1]).toContain('\\*incident\\*')
  })

  test('what blocks nothing is listed with a place, in each of them', () => {
    const fields = [['Cache-Control', 'no-store']] as const
    const answers = usualAnswers().map((answer) => ({ ...answer, fields }))
    const listing = decide(inOrder({ to: sideOf('prod', reportOf('prod', answers)) }))
    const text = decisionLines(listing, { columns: 100, paint: plain }).join('\n')
    expect(listing.answer).toBe('yes')
    expect(text).toContain('1 difference that blocks nothing')
    expect(text).toContain('field-added cache-control: absent, now no-store (GET person,')
    for (const form of [writeDecisionMarkdown(listing), writeDecisionHtml(listing)]) {
      expect(form).toContain('cache-control')
    }
  })

  test('the console says the answer first and keeps to its width', () => {
    const lines = decisionLines(decision, { columns: 72, paint: plain })
    expect(lines[0]).toBe('NO')
    expect(lines.filter((line) => line.length > 72)).toEqual([])
  })
})
