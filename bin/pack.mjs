// What npm packs beside the files that package.json lists: dist/, with the bundle and the licences of the packages in it.
// npm run package has npm call this before it packs, and take dist/ away after (prepack, postpack).
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

/** Elsewhere there is no checkout whose scripts npm could run: every line that names one names the package instead. */
const ways = [
  [/npm test is npm run krr -- test/g, 'npx krr-conformance test is the main job'],
  [/npm run (?:--silent )?krr --(?= )/g, 'npx krr-conformance'],
  [/npm run (bench|check|defects|fuzz)(?: --)?/g, 'npx krr-conformance $1'],
  [/npm test(?: --(?= ))?/g, 'npx krr-conformance test'],
  [/npx vitest run -t/g, 'npx krr-conformance test -t'],
]

/** Of the project's own sources; config/npm-options.ts speaks of npm's ways on purpose. */
const rewrite = (code, id) =>
  id.startsWith(join(root, 'src') + sep) && !/[\\/]npm-options\.ts$/.test(id)
    ? ways.reduce((text, [before, after]) => text.replace(before, after), code)
    : undefined

/** The folder of the package that a module belongs to. */
const packageOf = (id) =>
  /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id.replace(/^\0+/, ''))?.[0]

const licenceOf = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry))
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version}\n\n${text.trim()}\n`
}

rmSync(dist, { recursive: true, force: true })
const modules = await bundle(root, dist, { rewrite })
const folders = [...new Set(modules.map(packageOf))].filter(
  (folder) => folder !== undefined && existsSync(join(folder, 'package.json')),
)
const notice = 'The code in this folder has parts of these packages in it.\n'
const licences = folders.sort().map(licenceOf)
writeFileSync(join(dist, 'LICENSES.txt'), [notice, ...licences].join(`\n${'-'.repeat(80)}\n\n`))
