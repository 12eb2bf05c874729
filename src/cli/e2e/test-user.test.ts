import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isOf } from '../../defects/person-document.ts'
import type { Injections } from '../../reference/seams.ts'
import { krr } from './krr-process.fixture.ts'
import { eachOnOwnEnvironment, type OwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

eachOnOwnEnvironment({ workspace }, (started) => {
  mine = started
})

const onMine = (further = {}) => workspace.in({ KRR_ENV: 'mine', ...mine.settings(further) })

/** What the API says of the main test user, in place of what they have. */
const mainUserIs = (state: Readonly<Record<string, unknown>>): Injections => ({
  personDocument: (document, context) =>
    isOf(context, 'MAIN')
      ? {
          personidentifikator: document['personidentifikator'],
          reservasjon: 'NEI',
          ...state,
          ...(document['varslingsstatus'] === undefined
            ? {}
            : { varslingsstatus: 'KAN_IKKE_VARSLES' }),
        }
      : document,
})

const summary = () => workspace.files().get('reports/mine/summary.md')?.toString('utf8') ?? ''
const page = () => workspace.files().get('reports/mine/report.html')?.toString('utf8') ?? ''

describe('a main test user who is gone', { timeout: 120_000 }, () => {
  test.each([
    ['SLETTET', { status: 'SLETTET' }],
    ['active, and has nothing of what EXPECT names', { status: 'AKTIV' }],
  ])('%s: a failure that is told before all else', async (_, state) => {
    mine.seed(mainUserIs(state))
    const { code, stdout } = await krr(['test'], onMine())
    expect([code, workspace.report('mine').verdict], stdout).toEqual([1, 'deviating'])
    const told = /The test user is gone or was reset \(KRR-SCOPE-013\)/
    const [headline = '', first = ''] = stdout
      .slice(stdout.indexOf('DEVIATING'))
      .split('\n')
      .slice(1)
    expect(`${headline} ${first}`).toContain('deviates')
    expect(stdout.search(told)).toBeLessThan(stdout.indexOf('where'))
    const [firstRemark] = summary()
      .split('\n')
      .filter((line) => line.startsWith('- '))
    expect(firstRemark).toMatch(told)
    expect(page().search(told)).toBeGreaterThan(0)
    expect(page().search(told)).toBeLessThan(page().indexOf('KRR-SCOPE-002'))
  })

  test('SLETTET where EXPECT is none: nothing is expected, and no failure is made of it', async () => {
    mine.seed(mainUserIs({ status: 'SLETTET' }))
    const { code, stdout } = await krr(['test', '--no-write'], onMine({ EXPECT: 'none' }))
    expect(stdout).not.toContain('gone or was reset')
    const rule = workspace.report('mine').rules.find(({ id }) => id === 'KRR-SCOPE-013')
    expect([code, rule?.verdict]).toEqual([0, 'not-applicable'])
  })

  test('who lost one address is told of beside the rule that failed', async () => {
    mine.seed({
      personDocument: ({ kontaktinformasjon, ...document }, context) => {
        if (kontaktinformasjon === undefined) return document
        if (!isOf(context, 'MAIN')) return { ...document, kontaktinformasjon }
        const {
          epostadresse: _,
          epostadresse_oppdatert,
          epostadresse_sist_verifisert,
          ...mobile
        } = kontaktinformasjon as Record<string, unknown>
        return { ...document, kontaktinformasjon: mobile }
      },
    })
    const { code, stdout } = await krr(['test'], onMine())
    expect(code).toBe(1)
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No combination of scopes shows kontaktinformasjon/epostadresse, which KRR_MINE_EXPECT names: the test user is gone or was reset, or the API withholds it.',
    )
  })
})

describe('a person whose language cannot be changed', { timeout: 120_000 }, () => {
  const withoutLanguage: Injections = {
    personDocument: ({ spraak: _, spraak_oppdatert: __, ...document }) => document,
  }

  test('is inconclusive where writing is allowed, with the setting that would change it', async () => {
    mine.seed(withoutLanguage)
    mine.unsafe.length = 0
    // In a state folder of its own: an earlier run that saw a language be removed would be remembered.
    const stateDir = join(workspace.folder, 'no-language')
    const { code, stdout } = await krr(
      ['test'],
      workspace.in({ KRR_ENV: 'mine', KRR_STATE_DIR: stateDir, ...mine.settings() }),
    )
    expect([code, mine.unsafe, workspace.report('mine').verdict], stdout).toEqual([
      3,
      [],
      'inconclusive',
    ])
    const text = stdout.replace(/\s+/g, ' ')
    expect(text).toMatch(/no MUST rule passed in PATCH \(no write: .*KRR_MINE_SPRAAK/)
  })
})
