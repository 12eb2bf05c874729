import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isJsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import type { Injections } from '../../reference/seams.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment
/** The language that the second test user was last shown with. */
let shown: unknown

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
}, 60_000)
afterEach(async () => {
  await endProcesses()
  mine.seed({})
})
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

const second = () => mine.reference.people.NO_MAILBOX

/** The number in a document says whose language it is, whoever the token names; their own PATCH may come to nothing. */
const changingAnother = (mayBePutBack: boolean): Injections => {
  let changed: PersonRecord | undefined
  return {
    patchEffect(stored, { sent, claims }): PersonRecord | undefined {
      if (claims['pid'] === second().pid) return mayBePutBack ? stored : (changed ?? stored)
      const isNamed = isJsonObject(sent) && sent['personidentifikator'] === second().pid
      const spraak = isJsonObject(sent) ? sent['spraak'] : undefined
      const { record } = second()
      if (!isNamed || typeof spraak !== 'string' || record === undefined) return stored
      changed = { ...record, spraak }
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
