// Writes the figures of the last run of Stryker into docs/mutation.md.
import { readFileSync, writeFileSync } from 'node:fs'

const page = 'docs/mutation.md'
const { files } = JSON.parse(readFileSync('reports/mutation/mutation.json', 'utf8'))
const { devDependencies, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

const areaOf = (name) => {
  if (!name.startsWith('src/rules/')) return name.includes('/masking/') ? 'masking' : 'verdicts'
  const [, area] = /^src\/rules\/(\w+)\//.exec(name) ?? []
  return area === undefined ? 'rules, shared' : `rules, ${area.toUpperCase()}`
}

const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored']
const none = () => Object.fromEntries(statuses.map((status) => [status, 0]))
const areas = new Map()
for (const [name, { mutants }] of Object.entries(files)) {
  const counted = areas.get(areaOf(name)) ?? none()
  areas.set(areaOf(name), counted)
  for (const { status } of mutants) counted[status] += 1
}
const all = none()
for (const counted of areas.values()) for (const status of statuses) all[status] += counted[status]

const foundOf = ({ Killed, Timeout }) => Killed + Timeout
const judgedOf = (counted) => foundOf(counted) + counted.Survived + counted.NoCoverage
const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`
const row = (name, counted) => {
  const [found, judged] = [foundOf(counted), judgedOf(counted)]
  const { Survived, NoCoverage, Ignored } = counted
  return `| ${[name, judged, found, Survived, NoCoverage, share(found, judged), Ignored].join(' | ')} |`
}
const withHeaders = judgedOf(all) + all.Ignored
const table = [
  `Measured on ${new Date().toISOString().slice(0, 10)} with Stryker ${devDependencies['@stryker-mutator/core']}, vitest ${dependencies.vitest}, Node ${process.versions.node}.`,
  '',
  '| area | mutants | found | survived | not covered | score | headers left out |',
  '|-|-|-|-|-|-|-|',
  ...[...areas].sort().map(([name, counted]) => row(name, counted)),
  row('**all**', all),
  '',
  `With the headers in the score it would be ${share(foundOf(all) + all.Ignored, withHeaders)}, as the check finds each of them, or`,
  `${share(foundOf(all), withHeaders)} if nothing did.`,
].join('\n')

const [head, tail] = ['<!-- figures -->', '<!-- end of figures -->']
const text = readFileSync(page, 'utf8')
const [start, end] = [text.indexOf(head) + head.length, text.indexOf(tail)]
writeFileSync(page, `${text.slice(0, start)}\n${table}\n${text.slice(end)}`)
