import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'
import { endProcesses, startNode } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const project = join(workspace.folder, 'project')

afterEach(() => endProcesses())
afterAll(() => workspace.remove(), 60_000)

/** A code block of CONTRIBUTING.md, and the file that the last line in backticks before it names. */
interface Block {
  readonly file: string
  readonly language: 'ts' | 'diff'
  readonly text: string
}

const blocksOf = (page: string): readonly Block[] => {
  let file = ''
  return [
    ...page.matchAll(/^`(?<file>[\w./-]+)` [^\n]*$|^```(?<language>ts|diff)\n(?<text>.*?)^```$/gms),
  ].flatMap(({ groups = {} }): Block[] => {
    const { language, text = '' } = groups
    file = groups['file'] ?? file
    return language === 'ts' || language === 'diff' ? [{ file, language, text }] : []
  })
}

/** Puts a block into the copy: a whole new file, or lines to add between those that stand there once. */
const apply = ({ file, language, text }: Block): void => {
  const path = join(project, file)
  if (language === 'ts') {
    expect(existsSync(path), `${file} exists: the example needs another number`).toBe(false)
    writeFileSync(path, text)
    return
  }
  const lines = text.trimEnd().split('\n')
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
  const pieces = readFileSync(path, 'utf8').split(before.join('\n'))
  expect(pieces.length, `${file} has these lines once:\n${before.join('\n')}`).toBe(2)
  writeFileSync(path, pieces.join(lines.map((line) => line.slice(1)).join('\n')))
}

/** Runs node in the copy, and gives what it said. */
const runs = async (...args: readonly string[]): Promise<string> => {
  const [script = '', ...rest] = args
  const options = { ...workspace.in({ NO_COLOR: '1', FORCE_COLOR: '0' }), cwd: project }
  const { code, stdout, stderr } = await startNode([join(project, script), ...rest], options).ended
  expect(code, `${args.join(' ')}\n${stdout}${stderr}`).toBe(0)
  return stdout
}

test('the example of CONTRIBUTING.md is a rule in six files, and catches its defect', {
  timeout: 300_000,
}, async () => {
  const root = projectFolder()
  for (const part of ['bin', 'src', 'specs', 'generated', 'docs'])
    cpSync(join(root, part), join(project, part), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', 'biome.json', 'vitest.unit.config.ts'])
    cpSync(join(root, file), join(project, file))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))

  const blocks = blocksOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))
  for (const block of blocks) apply(block)
  const files = [...new Set(blocks.map(({ file }) => file))]
  expect(files).toHaveLength(6)

  expect(await runs('bin/krr.mjs', 'spec', 'generate')).toContain('docs/rules.md: written')
  await runs('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', ...files)
  const unit = ['run', '--config', 'vitest.unit.config.ts', 'src/rules/tls/900']
  expect(await runs('node_modules/vitest/vitest.mjs', ...unit)).toMatch(/Tests +5 passed/)
  expect(await runs('bin/krr.mjs', 'defects', 'DEF-TLS-HSTS-LASTS-A-DAY')).toMatch(
    / accepted +UNMODIFIED\n.* detected +DEF-TLS-HSTS-LASTS-A-DAY +tripped KRR-TLS-900\n/,
  )
})

test('SECURITY.md names a test for each promise that is kept, and each is there', () => {
  const page = readFileSync(join(projectFolder(), 'SECURITY.md'), 'utf8')
  const named = [...page.matchAll(/\]\((src\/[^)]+\.test\.ts)\)/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(join(projectFolder(), path)))).toEqual([])
})
