import { expect, test } from 'vitest'
import { isJsonObject } from '../../reference/api/message.ts'
import type { PersonRecord } from '../../reference/api/register.ts'
import type { Injections } from '../../reference/seams.ts'
import { krr } from './krr-process.fixture.ts'
import { eachOnOwnEnvironment, type OwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

eachOnOwnEnvironment({ workspace }, (started) => {
  mine = started
})

const onMine = () => workspace.in({ KRR_ENV: 'mine', ...mine.settings() })

/** An e-mail address at the top of an accepted document beside the language is stored, as far as this lets it be. */
const takingOver = (mayBeStored: (address: string) => boolean): Injections => ({
  patchDecision: (decision, { sent }) =>
    isJsonObject(sent) && 'epostadresse' in sent && typeof sent['spraak'] === 'string'
      ? { kind: 'accepted', spraak: sent['spraak'] }
      : decision,
  patchEffect(stored, { sent }): PersonRecord | undefined {
    const value = isJsonObject(sent) ? sent['epostadresse'] : undefined
    if (stored?.epostadresse === undefined || typeof value !== 'string') return stored
    return mayBeStored(value)
      ? { ...stored, epostadresse: { ...stored.epostadresse, value } }
      : stored
  },
})

const rule = () => workspace.report('mine').rules.find(({ id }) => id === 'KRR-PATCH-010')
const address = () => mine.register.record?.epostadresse?.value

test('a PATCH that overwrites the e-mail address fails, and the address is put back', async () => {
  mine.seed(takingOver(() => true))
  const { code, stdout } = await krr(['test'], onMine())
  expect([code, rule()?.verdict], stdout).toEqual([1, 'failed'])
  expect(address()).toBe(mine.reference.people.MAIN.record?.epostadresse?.value)
  expect(workspace.report('mine').register.restored).toBe(true)
}, 120_000)

test('one that cannot be put back is exit 5, and says what stays changed', async () => {
  mine.seed(takingOver((value) => value.startsWith('conformance')))
  const { code, stdout } = await krr(['test'], onMine())
  expect([code, rule()?.verdict], stdout).toEqual([5, 'failed'])
  expect(stdout.replace(/\s+/g, ' ')).toContain('/kontaktinformasjon/epostadresse')
  expect(address()).toMatch(/^conformance/)
}, 120_000)
