import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { isJsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import type { Injections } from '../../reference/seams.ts'
import { createShared, type ReferenceShared } from '../../reference/start.ts'
import { endProcesses, krr, type Started, startKrr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let shared: ReferenceShared
let mine: OwnEnvironment
/** The language that the second test user was last shown with. */
let shown: unknown

beforeAll(async () => {
  shared = await createShared()
})
// Each begins with the people as they are described.
beforeEach(async () => {
  mine = await startOwnEnvironment({ workspace, shared })
  shown = undefined
})
afterEach(async () => {
  await endProcesses()
  await mine.reference.stop()
})
afterAll(() => workspace.remove())

const second = () => mine.reference.people.NO_MAILBOX

/** The number in a document says whose language it is, whoever the token names; their own PATCH may come to nothing. */
const changingAnother = (mayBePutBack: boolean, onChange = () => {}): Injections => {
  let changed: PersonRecord | undefined
  return {
    patchEffect(stored, { sent, claims }): PersonRecord | undefined {
      if (claims['pid'] === second().pid) return mayBePutBack ? stored : (changed ?? stored)
      const isNamed = isJsonObject(sent) && sent['personidentifikator'] === second().pid
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      const { record } = second()
      if (!isNamed || typeof spraak !== 'string' || record === undefined) return stored
      changed = { ...record, spraak }
      onChange()
      return changed
    },
    personDocument(person, { claims }) {
      if (claims['pid'] === second().pid) shown = person['spraak']
      return person
    },
  }
}

const run = async (mayBePutBack: boolean) => {
  mine.seed(changingAnother(mayBePutBack))
  const { code, stdout } = await krr(
    ['test'],
    workspace.in({ KRR_ENV: 'mine', ...mine.settings() }),
  )
  const { rules, register } = workspace.report('mine')
  const verdict = rules.find(({ id }) => id === 'KRR-AUTH-017')?.verdict
  return { code, verdict, register, said: stdout.replace(/\s+/g, ' ') }
}

test('a write that changed another person fails, and their language is put back', async () => {
  const { code, verdict, register, said } = await run(true)
  expect([code, verdict], said).toEqual([1, 'failed'])
  expect(shown).toBe(second().record?.spraak)
  expect(register).toMatchObject({ restored: true })
  expect(register.lasting).toBeUndefined()
}, 180_000)

test('where it cannot be put back it is exit 5, and whose it is and what to do is said', async () => {
  const { code, verdict, register, said } = await run(false)
  expect([code, verdict], said).toEqual([5, 'failed'])
  expect(shown).not.toBe(second().record?.spraak)
  expect(register.lasting).toContain('/spraak of NO_MAILBOX')
  expect(said).toContain('The person was NOT left as found')
  expect(said).toContain('/spraak of NO_MAILBOX')
  expect(said).toContain('reset the test user')
}, 180_000)

test('killed when it had changed another person, the next process puts both back', async () => {
  let run: Started | undefined
  const changed: unknown[] = []
  mine.seed(
    changingAnother(true, () => {
      changed.push(run?.child.kill('SIGKILL'))
    }),
  )
  run = startKrr(
    ['test', '-t', 'KRR-PATCH-010'],
    workspace.in({ KRR_ENV: 'mine', ...mine.settings() }),
  )
  expect((await run.ended).signal).toBe('SIGKILL')
  expect(changed).toContain(true)
  const { spraak } = second().record ?? {}
  expect(workspace.journal('mine')).toMatchObject({
    found: 'nb',
    beside: [
      { persona: 'NO_MAILBOX', found: spraak, written: expect.arrayContaining(['en']) as unknown },
    ],
  })

  // Whose number is no longer the one of then is not written to.
  shown = undefined
  const another = mine.settings({ PID_NO_MAILBOX: mine.reference.people.RESERVED.pid })
  const stranger = await krr(['restore', '--env', 'mine'], workspace.in(another))
  expect([stranger.code, shown]).toEqual([5, undefined])
  expect(stranger.stderr.replace(/\s+/g, ' ')).toContain('with KRR_MINE_PID_NO_MAILBOX as in run')

  const next = await krr(['restore', '--env', 'mine'], workspace.in(mine.settings()))
  expect([next.code, shown, mine.register.record?.spraak], next.stderr).toEqual([0, spraak, 'nb'])
  expect(workspace.journal('mine')).toBeUndefined()
}, 180_000)

test('where no rule looks at the other person again, the end of the run does', async () => {
  mine.seed(changingAnother(true))
  const { code, stdout } = await krr(
    ['test', '-t', 'KRR-PATCH-010'],
    workspace.in({ KRR_ENV: 'mine', ...mine.settings() }),
  )
  expect([code, shown], stdout).toEqual([0, second().record?.spraak])
  expect(workspace.report('mine/partial').register).toMatchObject({ found: 'nb', restored: true })
  expect(workspace.journal('mine')).toBeUndefined()
}, 180_000)
