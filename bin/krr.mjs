#!/usr/bin/env node
// Node 20 runs no TypeScript, and a loader hook costs 0.6 s of every start. So the command line is bundled once
// into a cache, keyed by the files it was made from, and imported from there; vitest gets the sources as they are.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, 'node_modules', '.cache', 'krr')

// Packages that read files of their own, load themselves in parts, or must be the very module that others load.
// All others go into the bundle: to find and read their 600 files would cost half a second of every start.
const ownFiles =
  /^(openapi-typescript|playwright-core|rolldown|swagger-ui-dist|typescript|vite|vitest)(\/|$)/

const sourcesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.(ts|js|json)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()

const fingerprint = () => {
  const hash = createHash('sha256').update(process.version)
  for (const path of [
    ...sourcesOf(join(root, 'src')),
    ...sourcesOf(join(root, 'generated')),
    join(root, 'package-lock.json'),
    fileURLToPath(import.meta.url),
  ]) {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

const bundle = async (folder) => {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: {
      main: join(root, 'src', 'cli', 'main.ts'),
      // Run by the test runner in a thread of its own (src/run/run-suites.ts).
      suites: join(root, 'src', 'suites', 'index.ts'),
      // Drives the browser in another (src/login/thread/begin-thread.ts).
      logins: join(root, 'src', 'login', 'thread', 'entry.ts'),
    },
    platform: 'node',
    external: ownFiles,
    logLevel: 'silent',
  })
  const { output } = await build.generate({
    format: 'esm',
    chunkFileNames: '[name]-[hash].mjs',
    entryFileNames: '[name].mjs',
  })
  const next = `${folder}.${process.pid}`
  mkdirSync(next, { recursive: true })
  for (const { type, fileName, code } of output)
    if (type === 'chunk') writeFileSync(join(next, fileName), code)
  // A process that runs from an earlier bundle may still load parts of it.
  for (const old of readdirSync(cache).map((name) => join(cache, name)))
    if (statSync(old).mtimeMs < Date.now() - 3_600_000)
      rmSync(old, { recursive: true, force: true })
  // Somebody else may have made the same bundle meanwhile; either will do.
  if (!existsSync(folder)) renameSync(next, folder)
  else rmSync(next, { recursive: true, force: true })
}

const folder = join(cache, fingerprint())
if (!existsSync(join(folder, 'main.mjs'))) await bundle(folder)
await import(pathToFileURL(join(folder, 'main.mjs')).href)
