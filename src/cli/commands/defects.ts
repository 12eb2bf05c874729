import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { type Defect, provenBy } from '../../defects/defect.ts'
import { type Detection, outcomes } from '../../defects/detection.ts'
import { defects } from '../../defects/index.ts'
import { runMatrix } from '../../defects/matrix.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { rules } from '../../rules/index.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run defects -- [<defect id or a part of it> ...] [options]

Seeds one fault after another into the reference environment, runs the conformance suites on each, and shows
which rules tripped. The unmodified server comes first: on it none may.

Options
  --list       lists the defects and the rules they must trip, and runs none
  -h, --help   this text

Exit codes: 0 every defect was detected, 1 one was not, 2 usage, 4 the harness broke.`

/** The defect matrix: proof that every rule can fail, and that none cries wolf. */
export const defectsCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { list: { type: 'boolean' } },
      allowPositionals: true,
    })
    const selected = select(positionals)
    if (values.list === true) {
      for (const { id, title, violates, observes = [] } of selected) {
        const rulesOfIt = [...violates, ...observes.map(({ rule, met }) => `${rule} met ${met}`)]
        terminal.out(`${id}  ${title}  (${rulesOfIt.join(', ')})`)
      }
      return exitCodes.conformant
    }
    const rows = await runMatrix({
      defects: selected,
      onDetected: (row, done, total) => terminal.out(rowLine(row, done, total)),
    })
    for (const line of summary(rows, positionals.length === 0)) terminal.out(line)
    await keep(rows)
    const isComplete = rows.every(({ outcome }) => outcome === 'detected')
    const unproven = positionals.length === 0 ? rulesWithoutDefect() : []
    return isComplete && unproven.length === 0 ? exitCodes.conformant : exitCodes.deviating
  },
}

const select = (patterns: readonly string[]): readonly Defect[] => {
  if (patterns.length === 0) return defects
  const unknown = patterns.filter((pattern) => !defects.some(({ id }) => id.includes(pattern)))
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `no defect has "${unknown.join('", "')}" in its id; npm run defects -- --list lists them`,
    ])
  }
  return defects.filter(({ id }) => patterns.some((pattern) => id.includes(pattern)))
}

const rowLine = (
  { id, outcome, tripped, missing, unread, foreign }: Detection,
  done: number,
  total: number,
) =>
  [
    `${String(done).padStart(String(total).length)}/${total} ${outcome.padEnd(13)} ${id}`,
    ...(tripped.length > 0 ? [`tripped ${tripped.join(' ')}`] : []),
    ...(missing.length > 0 ? [`MISSING ${missing.join(' ')}`] : []),
    ...(unread.length > 0 ? [`NOT READ ${unread.join(', ')}`] : []),
    ...(foreign.length > 0 ? [`FOREIGN ${foreign.join(' ')}`] : []),
  ].join('  ')

const rulesWithoutDefect = (): readonly string[] => {
  const proven = new Set(defects.flatMap(provenBy))
  return rules.map(({ id }) => id).filter((id) => !proven.has(id))
}

const summary = (rows: readonly Detection[], isWhole: boolean): readonly string[] => {
  const faults = rows.filter(({ id }) => id !== 'UNMODIFIED')
  const counts = outcomes
    .map((outcome) => `${faults.filter((row) => row.outcome === outcome).length} ${outcome}`)
    .join(', ')
  const [control] = rows
  const unproven = isWhole ? rulesWithoutDefect() : []
  return [
    '',
    `${faults.length} defects: ${counts}`,
    `unmodified server: ${control?.verdict ?? 'not run'}, ${control?.tripped.length ?? 0} rules tripped`,
    ...(unproven.length > 0 ? [`rules without a defect: ${unproven.join(' ')}`] : []),
    ...faults
      .filter(({ outcome }) => outcome !== 'detected')
      .map(({ id, outcome }) => `look at it: npm run defects -- ${id}   (${outcome})`),
  ]
}

const keep = async (rows: readonly Detection[]): Promise<void> => {
  const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
  const folder = join(reportDir, 'defects')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'matrix.json'), `${JSON.stringify(rows, null, 2)}\n`)
}
