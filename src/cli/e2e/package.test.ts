import { cpSync, mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { endProcesses, startNode, startProgram } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const [workspace, packing] = [openWorkspace(), openWorkspace()]
const root = projectFolder()
const modules = join(workspace.folder, 'node_modules')
const installed = join(modules, 'krr-conformance')
const here = { env: {}, cwd: workspace.folder }

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** What a command says; it ends well. */
const krr = async (...args: readonly string[]): Promise<string> => {
  const program = join(modules, '.bin', 'krr')
  const { code, stdout, stderr } = await startNode([program, ...args], here).ended
  expect(code, stdout + stderr).toBe(0)
  return stdout + stderr
}

/** The package as npm packs it from a copy of the project, and as npm installs it: its own packages lie beside it, but for an optional one. */
beforeAll(async () => {
  const copy = join(packing.folder, 'project')
  const own = readdirSync(root).filter(
    (name) => !/^(\.git|\.krr|\.env|node_modules|reports)$/.test(name),
  )
  for (const name of own) cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const npm = { env: { npm_config_cache: join(packing.folder, 'npm') }, cwd: copy }
  const packed = await startProgram('npm', ['run', 'package'], npm).ended
  expect(packed.code, packed.stdout + packed.stderr).toBe(0)
  const archive = readdirSync(copy).find((name) => name.endsWith('.tgz')) ?? ''
  mkdirSync(join(modules, '.bin'), { recursive: true })
  await startProgram('tar', ['xf', join(copy, archive), '-C', modules], here).ended
  renameSync(join(modules, 'package'), installed)
  symlinkSync(join('..', 'krr-conformance', 'bin', 'krr.mjs'), join(modules, '.bin', 'krr'))
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!/^\.|^swagger-ui-dist$/.test(name))
      symlinkSync(join(root, 'node_modules', name), join(modules, name))
}, 180_000)
afterEach(() => endProcesses())
afterAll(() => {
  workspace.remove()
  packing.remove()
}, 60_000)

test('plain npm pack, whose scripts .npmrc forbids, makes one that says so at its first start', {
  timeout: 120_000,
}, async () => {
  const copy = join(packing.folder, 'project')
  const plain = join(packing.folder, 'plain')
  mkdirSync(plain)
  const npm = { env: { npm_config_cache: join(packing.folder, 'npm') }, cwd: copy }
  const packed = await startProgram('npm', ['pack', '--pack-destination', plain], npm).ended
  expect(packed.code, packed.stderr).toBe(0)
  const [archive = ''] = readdirSync(plain)
  await startProgram('tar', ['xf', archive], { env: {}, cwd: plain }).ended
  expect(filesIn(join(plain, 'package')).filter((file) => file.startsWith('dist'))).toEqual([])
  const program = join(plain, 'package', 'bin', 'krr.mjs')
  const { code, stdout, stderr } = await startNode([program, 'test'], here).ended
  expect([code, stdout, stderr]).toEqual([
    4,
    '',
    'krr-conformance cannot start: it was packed without dist/; npm run package makes it\n',
  ])
})

test('the package is what it needs to run and no more', () => {
  const files = filesIn(installed)
  expect(files.length).toBeLessThanOrEqual(200)
  expect(
    files.filter((file) => /(^|\/)src\/|\.test\.|\.fixture\.|package-lock/.test(file)),
  ).toEqual([])
  expect(files).toEqual(
    expect.arrayContaining(['bin/krr.mjs', 'dist/main.mjs', 'dist/LICENSES.txt', '.env.example']),
  )
})

test('installed in an empty folder it judges the reference, and writes there alone', {
  timeout: 180_000,
}, async () => {
  const before = filesIn(installed)
  expect(await krr('test')).toContain('CONFORMANT')
  expect(filesIn(installed)).toEqual(before)
  expect(readdirSync(workspace.folder).sort()).toEqual(['.krr', 'node_modules', 'reports'])
  expect(filesIn(join(workspace.folder, 'reports'))).toEqual(
    expect.arrayContaining(['index.html', 'reference/report.html', 'reference/report.json']),
  )
})

test('its help and its messages name commands that are there', { timeout: 120_000 }, async () => {
  const help = await krr('--help')
  expect(help).not.toMatch(/npm (run|test)/)
  expect(help).toContain('npx krr-conformance <command> [options]')
  expect(help).not.toMatch(/^ {2}(check|fuzz|bench) /m)
  expect(await krr('sandbox', '--help')).toContain('KRR_ENV=sandbox npx krr-conformance test')
  expect(await krr('rules', 'KRR-JWS-003')).toContain('KRR-JWS-003')
  const { code, stderr } = await startNode([join(modules, '.bin', 'krr'), 'check'], here).ended
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^krr has no command "check"/)])
})

test('krr init writes what it packs', { timeout: 60_000 }, async () => {
  const said = await krr('init', '--github', '--gitlab', '--jenkins')
  expect(said).toContain('npx krr-conformance doctor --env test')
  expect(filesIn(workspace.folder)).toEqual(
    expect.arrayContaining(['.env', '.github/workflows/krr.yml', 'Jenkinsfile.krr']),
  )
})
