#!/usr/bin/env node
// Node 20 runs no TypeScript, and a loader hook costs 0.6 s of every start. So the command line of a checkout is bundled
// once into a cache, keyed by the files it was made from, and imported from there; vitest gets the sources as they are.
// The package has no sources: its bundle is dist/.
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Whatever fails here is no deviation (1): the set-up is at fault (2), or the harness is (4). One line, no stack. */
const leave = (exitCode, line) => {
  process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))

// Before anything that an older Node lacks.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  const needed = 'Node 20.19 or newer of 20, 22.12 or newer of 22, or 24 and newer'
  leave(2, `krr-conformance needs ${needed}, and this is ${process.version}: install one of them`)
}

// A browser keeps its profile there, and says of it no more than that it does not start.
if (!existsSync(tmpdir()))
  leave(
    2,
    `TMPDIR must be a folder that is there, but is "${tmpdir()}": set it to one, or to nothing`,
  )

/** A folder's name with one of these is a pattern to some tools, and the end of a path to others. */
const isPlain = !/[^\p{L}\p{N}\p{M} /\\:._@~+=,'&-]/u.test(root)

const isWritable = (folder) => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

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
    // A checkout that was copied without it is none the worse for it.
    ...[join(root, 'package-lock.json')].filter((path) => existsSync(path)),
    fileURLToPath(import.meta.url),
    join(root, 'bin', 'bundle.mjs'),
  ]) {
    const { mtimeMs, size } = statSync(path)
    hash.update(`${path}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

/** Bundles a checkout into a folder that was not there before, and takes away what an earlier one left beside it. */
const make = async (folder) => {
  const cache = dirname(folder)
  const sources = folder.startsWith(root) ? root : dirname(dirname(folder))
  const { bundle } = await import('./bundle.mjs')
  const next = `${folder}.${process.pid}`
  await bundle(sources, next)
  // A process that runs from an earlier bundle may still load parts of it.
  for (const old of readdirSync(cache).map((name) => join(cache, name))) {
    // Another process that makes a bundle renames its own meanwhile.
    const madeAt = statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (madeAt < Date.now() - 3_600_000) rmSync(old, { recursive: true, force: true })
  }
  try {
    renameSync(next, folder)
  } catch (error) {
    rmSync(next, { recursive: true, force: true })
    // Another process has made the same bundle: either will do.
    if (!existsSync(join(folder, 'main.mjs'))) throw error
  }
}

/**
 * The folder of the bundle: the package brings it along. Of a checkout it is in a cache. Where the checkout's cache cannot be written or is a link, or its path is one that not every
 * tool takes, it is a temporary one, with links to all that the checkout has, and is removed in the end.
 */
const bundleFolder = () => {
  if (!existsSync(join(root, 'src'))) return join(root, 'dist')
  const packages = realpathSync(join(root, 'node_modules'))
  if (basename(packages) !== 'node_modules') {
    const found = 'Node looks for the packages of packages in folders of that name alone'
    leave(2, `node_modules is a link to ${packages}, which must be called node_modules: ${found}`)
  }
  const cache = join(root, 'node_modules', '.cache', 'krr')
  const own = join(cache, fingerprint())
  // A linked cache belongs to another checkout, whose contract would be read with this one's code.
  const isOwn = packages === join(realpathSync(root), 'node_modules')
  if (isPlain && isOwn && (existsSync(join(own, 'main.mjs')) || isWritable(cache))) return own
  const folder = mkdtempSync(join(tmpdir(), 'krr-conformance-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const name of readdirSync(root)) symlinkSync(join(root, name), join(folder, name))
  return join(folder, '.bundle', 'krr')
}

try {
  const folder = bundleFolder()
  if (!existsSync(join(folder, 'main.mjs'))) {
    if (!existsSync(join(root, 'src')))
      leave(
        4,
        'krr-conformance cannot start: it was packed without dist/; npm run package makes it',
      )
    await make(folder)
  }
  const at = (name) => pathToFileURL(join(folder, name))
  const args = process.argv.slice(2)
  // What writes to a register is watched; the rest is not worth a thread.
  if (args[0] === 'test' || args[0] === 'replay') {
    const { supervise } = await import(at('supervisor.mjs').href)
    // By the links, not by what they lead to: there vitest takes # and ? in a path for the end of it.
    supervise(at('main.mjs'), args, { followsLinks: folder.startsWith(root) })
  } else await import(at('main.mjs').href)
} catch (error) {
  const [line] = String(error instanceof Error ? error.message : error).split('\n')
  // Packages that lack their native part advise much, some of it to delete the lockfile.
  const why = /native binding/.test(line) ? 'a package lacks its part for this system' : line
  const reinstall = /rolldown|native binding|Cannot find (module|package)|ERR_MODULE_NOT_FOUND/
  const remedy = reinstall.test(String(error))
    ? '; npm ci (without --omit) installs all that it needs'
    : ''
  leave(4, `krr-conformance cannot start: ${why}${remedy}`)
}
