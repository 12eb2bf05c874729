import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { endProcesses, startNode } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()

afterEach(() => endProcesses())
afterAll(() => workspace.remove(), 60_000)

/** The project in a folder of this name; its packages are links to our own. */
const checkedOut = (name: string, packages = 'node_modules'): string => {
  const folder = join(workspace.folder, name)
  mkdirSync(folder)
  for (const part of ['bin', 'src', 'specs', 'generated', 'package.json', 'package-lock.json'])
    cpSync(join(projectFolder(), part), join(folder, part), {
      recursive: true,
      filter: (path) => !/\.test\.ts$/.test(path),
    })
  symlinkSync(join(projectFolder(), packages), join(folder, 'node_modules'))
  return join(folder, 'bin', 'krr.mjs')
}

test('a checkout is judged from whatever its folder is called', { timeout: 120_000 }, async () => {
  const program = checkedOut('krr (1) [y] {a,b} C# 50%25 q?')
  const { code, stdout, stderr } = await startNode(
    [program, 'test', '-t', 'KRR-JWS-003'],
    workspace.in({ TMPDIR: workspace.folder }),
  ).ended
  expect(code, stdout + stderr).toBe(0)
  // What it was run from is gone.
  expect(readdirSync(workspace.folder).filter((name) => name.startsWith('krr-conf'))).toEqual([])
})

test('packages under another name are one line with what to do', { timeout: 120_000 }, async () => {
  const program = checkedOut('linked', 'src')
  const { code, stdout, stderr } = await startNode([program, 'test'], workspace.in({})).ended
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^node_modules is a link to \S+, which must be called node_modules: .+\n$/)
})

test('packages without their part for this system are one line with what to do', {
  timeout: 120_000,
}, async () => {
  const program = checkedOut('without')
  const packages = join(program, '..', '..', 'node_modules')
  rmSync(packages)
  mkdirSync(packages)
  // The packages are links, but for the one that looks for its part from where it lies.
  for (const name of readdirSync(join(projectFolder(), 'node_modules')))
    if (!/^(@?rolldown|\.cache)$/.test(name))
      symlinkSync(join(projectFolder(), 'node_modules', name), join(packages, name))
  for (const name of ['rolldown', '@rolldown/pluginutils'])
    cpSync(join(projectFolder(), 'node_modules', name), join(packages, name), { recursive: true })
  const { code, stdout, stderr } = await startNode([program, 'test'], workspace.in({})).ended
  expect([code, stdout]).toEqual([4, ''])
  expect(stderr).toMatch(
    /^krr-conformance cannot start: a package lacks its part for this system; npm ci .+\n$/,
  )
})

test('a TMPDIR that is not there is named before anything runs', async () => {
  const program = join(projectFolder(), 'bin', 'krr.mjs')
  const { code, stderr } = await startNode(
    [program, 'test'],
    workspace.in({ TMPDIR: '/nonexistent' }),
  ).ended
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^TMPDIR must be .+"\/nonexistent".+\n$/),
  ])
})
