import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../contract/project-folder.ts'

const root = projectFolder()
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const isThere = (path: string): boolean => existsSync(join(root, path))

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...markdownIn('docs')]

/** The example in CONTRIBUTING.md makes these. */
const madeByTheExample = /^src\/rules\/tls\/900-/

test.each(pages)('%s names no file or folder of the project that is not there', (page) => {
  const named = [...textOf(page).matchAll(/`((?:[\w.-]+\/)+(?:[\w-]+\.(?:ts|mjs|ya?ml))?)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => /\.(ts|mjs)$|^(src|specs|docs|bin|generated)\//.test(path))
    .filter((path) => !madeByTheExample.test(path))
  expect(named.filter((path) => !isThere(path) && !isThere(join('src', path)))).toEqual([])
})

test.each([...pages, ...markdownIn(join('docs', 'adr'))])('%s links to what is there', (page) => {
  const linked = [...textOf(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
    normalize(join(dirname(page), path)),
  )
  expect(linked.filter((path) => !isThere(path))).toEqual([])
})

const architecture = textOf(join('docs', 'ARCHITECTURE.md'))

test('docs/ARCHITECTURE.md fits on two screens', () => {
  expect(architecture.split('\n').length).toBeLessThanOrEqual(122)
})

/** The map: by folder, those that an arrow leads to. */
const drawnArrows = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const drawn = new Map<string, Set<string>>()
  const map = /```mermaid\n([\s\S]*?)```/.exec(architecture)?.[1] ?? ''
  for (const line of map.replaceAll(/\[[^\]]*\]/g, '').split('\n')) {
    const steps = line.split(/ -- "[^"]*" --> | --> /).map((step) => step.trim().split(' & '))
    for (const [index, step] of steps.slice(1).entries())
      for (const from of steps[index] ?? [])
        drawn.set(from, new Set([...(drawn.get(from) ?? []), ...step]))
  }
  return drawn
}

/** The folders of src/ from which each folder imports more than types, without its tests. */
const importedFolders = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const imported = new Map<string, Set<string>>()
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/\.(test|fixture|d)\.ts$/.test(file))
  for (const file of files) {
    const [from = ''] = file.split('/')
    const imports = textOf(`src/${file}`).matchAll(
      /^(?:import|export) (?!type )[^']*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm,
    )
    for (const [, path, lazy] of imports) {
      const [to = ''] = normalize(join(dirname(file), path ?? lazy ?? '')).split(/[\\/]/)
      if (to !== from && to !== '..') imported.set(from, (imported.get(from) ?? new Set()).add(to))
    }
  }
  return imported
}

const reachable = (
  from: string,
  arrows: ReadonlyMap<string, ReadonlySet<string>>,
  seen = new Set<string>(),
): ReadonlySet<string> => {
  for (const to of arrows.get(from) ?? []) {
    if (seen.has(to)) continue
    reachable(to, arrows, seen.add(to))
  }
  return seen
}

test('the map of docs/ARCHITECTURE.md draws what is imported, and nothing else', () => {
  const [drawn, imported] = [drawnArrows(), importedFolders()]
  const missing = [...imported].flatMap(([from, folders]) =>
    [...folders].filter((to) => !reachable(from, drawn).has(to)).map((to) => `${from} --> ${to}`),
  )
  const untrue = [...drawn].flatMap(([from, folders]) =>
    [...folders]
      .filter((to) => imported.get(from)?.has(to) !== true)
      .map((to) => `${from} --> ${to}`),
  )
  expect({ missing, untrue }).toEqual({ missing: [], untrue: [] })
})
