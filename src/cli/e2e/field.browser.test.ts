import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import type { FieldReport } from '../../doctor/field/page.ts'
import { rewriting } from '../../login/rewritten.fixture.ts'
import type { Injections } from '../../reference/seams.ts'
import { endProcesses, krr } from './krr-process.fixture.ts'
import { startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

const reportOf = (name: string): FieldReport =>
  JSON.parse(readFileSync(join(workspace.folder, 'reports', name, 'field.json'), 'utf8'))

test('the reference against itself differs in nothing', { timeout: 120_000 }, async () => {
  const run = workspace.in({ KRR_ENV: 'reference' })
  const { code, stdout, stderr } = await krr(['doctor', '--env', 'reference', '--login'], run)
  expect(code, stdout + stderr).toBe(0)
  const { differences, pages, settled } = reportOf('reference')
  expect(differences).toEqual([])
  expect(pages.map(({ name, matched }) => [name, matched])).toEqual([
    ['selector', 'href'],
    ['testid', undefined],
  ])
  expect(settled.find(({ id }) => id === '6.3')?.answer).toBe('stays the same')
  const adopted = await krr(['field', 'adopt', '--env', 'reference'], run)
  expect([adopted.code, adopted.stdout]).toEqual([0, expect.stringContaining('nothing to change')])
})

/** Ten traits that the reference has otherwise, by the names that they have in a record. */
const changed: Injections = {
  providerMetadata: (own) => ({
    ...own,
    acr_values_supported: ['idporten-loa-high'],
    prompt_values_supported: ['login'],
  }),
  jwks: ({ keys }) => ({ keys: keys.map((key) => ({ ...key, x5c: ['MIIB'] })) }),
  accessTokenClaims: (claims) => ({
    ...claims,
    sub: claims['pid'],
    exp: Number(claims['iat']) + 600,
  }),
  idTokenClaims: (claims) => ({ ...claims, sid: 'a-session' }),
  idTokenHeader: (header) => ({ ...header, typ: 'JWT' }),
}
const traits = [
  'metadata: acr_values_supported',
  'metadata: prompt_values_supported',
  'JWK Set',
  'access token sub',
  'access token lifetime',
  'ID token: claim sid',
  'ID token: header',
  'page selector: headings',
  'page testid: fields',
  'page testid: buttons',
]

test('ten changed traits are named, all of them and no other', { timeout: 180_000 }, async () => {
  const front = rewriting((html, path) =>
    path === '/authorize/selector'
      ? html.replace('<h1>Velg innloggingsmåte</h1>', '<h1>Logg inn</h1>')
      : html
          .replace('Personidentifikator (syntetisk)', 'Syntetisk personidentifikator (pid)')
          .replace('>Autentiser<', '>Autentiser deg<'),
  )
  const mine = await startOwnEnvironment({ workspace, opFront: front.front })
  try {
    mine.seed(changed)
    const run = workspace.in({ KRR_ENV: 'mine', ...mine.settings({ LOGIN: 'testid' }) })
    const { code, stdout, stderr } = await krr(['doctor', '--env', 'mine', '--login'], run)
    expect(code, stdout + stderr).toBe(0)
    const { differences } = reportOf('mine')
    expect(differences.map(({ trait }) => trait).sort()).toEqual([...traits].sort())
    const page = readFileSync(join(workspace.folder, 'reports', 'mine', 'field.html'), 'utf8')
    const text =
      page + readFileSync(join(workspace.folder, 'reports', 'mine', 'field.json'), 'utf8')
    expect(text).not.toContain(mine.reference.people.MAIN.pid)
    expect(text).not.toContain(mine.reference.client.secret)
    const adopted = await krr(['field', 'adopt', '--env', 'mine'], run)
    expect(adopted.code).toBe(1)
    expect(adopted.stdout).toContain('src/reference/op/pages/login.ts')
    expect(adopted.stdout).toContain('10 to change')
    for (const [, file] of adopted.stdout.matchAll(/(src\/reference\/\S+\.ts)/g))
      expect(existsSync(join(projectFolder(), file ?? '')), file).toBe(true)
  } finally {
    await mine.reference.stop()
    await front.close()
  }
})

test('a login that stops half-way is recorded up to there', { timeout: 120_000 }, async () => {
  const front = rewriting((html, path) =>
    path === '/authorize/testid1'
      ? '<!doctype html><html lang="nb"><h1>Velg passkey</h1><button>Hent passkey</button>'
      : html,
  )
  const mine = await startOwnEnvironment({ workspace, name: 'half', opFront: front.front })
  try {
    const further = { LOGIN: 'testid', STEP_SECONDS: '3' }
    const run = workspace.in({ KRR_ENV: 'half', ...mine.settings(further) })
    const { code, stdout, stderr } = await krr(['doctor', '--env', 'half', '--login'], run)
    expect(code, stdout + stderr).toBe(3)
    expect(stdout).toMatch(
      /It did not come to its end: login of MAIN stopped at the step "selector"/,
    )
    const { stopped, pages, differences, settled, jwks } = reportOf('half')
    expect(stopped).toContain('the next page is not known')
    expect(pages.map(({ name, headings }) => [name, headings])).toEqual([
      ['selector', ['Velg innloggingsmåte']],
      [undefined, ['Velg passkey']],
    ])
    expect(jwks).toHaveLength(1)
    // What comes behind the stop was not met: it is no difference.
    expect(new Set(differences.map(({ trait }) => trait.split(':')[0]))).toEqual(
      new Set(['page unknown']),
    )
    expect(settled.find(({ id }) => id === '6.3')?.answer).toBeUndefined()
    const page = readFileSync(join(workspace.folder, 'reports', 'half', 'field.html'), 'utf8')
    expect(page).toContain('It did not come to its end')
  } finally {
    await mine.reference.stop()
    await front.close()
  }
})
