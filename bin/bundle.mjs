// The command line as a bundle: into a cache of a checkout (krr.mjs), or into dist/ of the package (pack.mjs).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// Packages that read files of their own, load themselves in parts, or must be the very module that others load.
// All others go into the bundle: to find and read their 600 files would cost half a second of every start.
const ownFiles =
  /^(fast-check|openapi-typescript|playwright|playwright-core|rolldown|swagger-ui-dist|typescript|vite|vitest)(\/|$)/

/** What only a checkout can do (src/cli/main.ts refuses it elsewhere): the package does without its code. */
const ofCheckouts = /^\.\/(bench|check|fuzz)\.ts$/

/**
 * Bundles the command line of a checkout into a folder.
 * @param {string} sources the checkout
 * @param {string} folder where the files go
 * @param {{ rewrite?: (code: string, id: string) => string | undefined }} [ofPackage] makes it that of the package: with
 *   what is changed of a source, in few files, and without what needs a checkout
 * @returns {Promise<readonly string[]>} the modules that were bundled, by their paths
 */
export const bundle = async (sources, folder, ofPackage) => {
  const { rolldown } = await import('rolldown')
  const build = await rolldown({
    input: {
      main: join(sources, 'src', 'cli', 'main.ts'),
      // Watches over a run from the first thread, while the command line runs in another.
      supervisor: join(sources, 'src', 'cli', 'supervisor.ts'),
      // Run by the test runner in a thread of its own (src/run/run-suites.ts).
      suites: join(sources, 'src', 'suites', 'index.ts'),
      // Drives the browser in another (src/login/thread/begin-thread.ts).
      logins: join(sources, 'src', 'login', 'thread', 'entry.ts'),
    },
    resolve: { symlinks: false },
    platform: 'node',
    external: (id, importer) =>
      ownFiles.test(id) ||
      (ofPackage !== undefined &&
        ofCheckouts.test(id) &&
        /[\\/]commands[\\/]index\.ts$/.test(importer ?? '')),
    plugins: ofPackage === undefined ? [] : [{ name: 'rewrite', transform: ofPackage.rewrite }],
    logLevel: 'silent',
  })
  const { output } = await build.generate({
    format: 'esm',
    chunkFileNames: '[name]-[hash].mjs',
    entryFileNames: '[name].mjs',
    ...(ofPackage === undefined ? {} : inFewFiles),
  })
  await build.close()
  mkdirSync(folder, { recursive: true })
  const chunks = output.filter(({ type }) => type === 'chunk')
  for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), code)
  return chunks.flatMap(({ moduleIds }) => moduleIds)
}

/** What several commands share is one file, as long as a start does not take longer by it. */
const inFewFiles = {
  strictExecutionOrder: true,
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: [{ name: 'shared', minShareCount: 4, test: /[\\/]src[\\/]/ }],
  },
}
