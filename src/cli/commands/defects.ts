import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { loadConfiguration } from '../../config/load.ts'
import { isCheckout } from '../../contract/project-folder.ts'
import type { Experiment } from '../../defects/experiment.ts'
import { unmodified } from '../../defects/experiments.ts'
import { faultCodeOf } from '../../defects/fault-codes.ts'
import { runMatrix } from '../../defects/matrix.ts'
import { isExpected, type Kind, type Row } from '../../defects/row.ts'
import { causesOf } from '../../report/causes.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { harnessVersion } from '../../run/version.ts'
import type { Command } from '../command.ts'
import {
  isWhole,
  rowLine,
  type Selection,
  selectExperiments,
  summaryLines,
  unprovenRules,
} from '../defects/lines.ts'
import {
  figuresOf,
  keepMatrix,
  keepRowReport,
  type MatrixFile,
  recordFigures,
  rowFolder,
} from '../defects/record.ts'

const help = `Usage: npm run defects -- [<id or a part of it> ...] [options]

Starts one unusual server after another, runs the conformance suites on each, and holds the report against what it
must say: a defect trips the rules that it breaks and no others, a conforming variant trips none, and on a dumb server
nothing passes that it does not deserve. The unmodified server comes first. Without ids: all of them.

Options
  --schema     the defects made from the schema
  --variants   the conforming variants
  --dumb       the dumb servers
  --covering   a small part that still trips every rule once, with some variants and dumb servers
  --replay     replays each finding of a detected defect, alone, with the defect and without
  --several-hosts  each server has its login at several hosts, as ID-porten has
  --record     keeps the figures of the whole matrix in generated/matrix.json, for the reports of runs to carry
  --list       lists what would be run, and runs none
  -h, --help   this text

reports/defects/ has the matrix as JSON and as a page, and the report of each row that is not as expected; with ids the
report of each row.

Exit codes: 0 every row is as expected, 1 one is not, 2 usage, 4 the harness broke.`

/** So many rows that are asked for by id keep their reports. */
const reportsKept = 12

/** The defect matrix: proof that every rule can fail, and that none cries wolf. */
export const defectsCommand: Command = {
  help,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        list: { type: 'boolean' },
        schema: { type: 'boolean' },
        variants: { type: 'boolean' },
        dumb: { type: 'boolean' },
        covering: { type: 'boolean' },
        record: { type: 'boolean' },
        replay: { type: 'boolean' },
        'several-hosts': { type: 'boolean' },
      },
      allowPositionals: true,
    })
    const kinds: readonly Kind[] = [
      ...(values.schema === true ? (['schema'] as const) : []),
      ...(values.variants === true ? (['variant'] as const) : []),
      ...(values.dumb === true ? (['dumb-server'] as const) : []),
    ]
    const selection = { patterns: positionals, kinds, covering: values.covering === true }
    const selected = selectExperiments(selection)
    if (values.list === true) {
      for (const { id, title, proves } of selected) {
        const code = faultCodeOf(id, proves)
        const labels = [...proves, ...(code === undefined ? [] : [`WFC ${code}`])]
        terminal.out(`${id}  ${title}${labels.length > 0 ? `  (${labels.join(', ')})` : ''}`)
      }
      return exitCodes.conformant
    }
    const hasSeveralHosts = values['several-hosts'] === true
    if (values.record === true && (hasSeveralHosts || !isWhole(selection))) {
      throw new ConfigurationError([
        '--record keeps the figures of the whole matrix: leave ids, kinds, --covering and --several-hosts out',
      ])
    }
    if (values.record === true && !isCheckout())
      throw new ConfigurationError([
        '--record needs a checkout of krr-conformance: it writes there',
      ])
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const keepsAll = positionals.length > 0 && selected.length <= reportsKept
    const matrix = await runAndKeep(
      selected,
      { reportDir, selection, keepsAll, replays: values.replay === true, hasSeveralHosts },
      terminal.out,
    )
    if (values.record === true) {
      const path = await recordFigures(figuresOf(matrix.rows, selected, new Date()))
      terminal.out(`recorded in ${relative(process.cwd(), path)}`)
    }
    const isGood = matrix.rows.every(isExpected) && matrix.unproven.length === 0
    return isGood ? exitCodes.conformant : exitCodes.deviating
  },
}

const runAndKeep = async (
  selected: readonly Experiment[],
  options: {
    readonly reportDir: string
    readonly selection: Selection
    readonly keepsAll: boolean
    readonly replays: boolean
    readonly hasSeveralHosts: boolean
  },
  out: (line: string) => void,
): Promise<MatrixFile> => {
  const { reportDir, selection, keepsAll, replays, hasSeveralHosts } = options
  const startedAt = new Date().toISOString()
  const kept = new Set<string>()
  let done = 0
  const rows = await runMatrix({
    experiments: [unmodified, ...selected],
    replays,
    hasSeveralHosts,
    causesOf: (report) =>
      causesOf(report).map(({ lead, followers }) => [lead, ...followers].map(({ id }) => id)),
    onRow: async (row, report) => {
      done += 1
      out(rowLine(row, done, selected.length + 1))
      const isKept = keepsAll || !isExpected(row)
      if (isKept) kept.add(row.id)
      await keepRowReport(reportDir, row, isKept ? report : undefined)
    },
  })
  const matrix: MatrixFile = {
    schemaVersion: 1,
    harnessVersion,
    startedAt,
    finishedAt: new Date().toISOString(),
    selection: isWhole(selection) ? 'whole' : 'part',
    unproven: isWhole(selection) || selection.covering ? unprovenRules(selected) : [],
    rows,
  }
  const reportOf = (row: Row) => relative(process.cwd(), rowFolder(reportDir, row))
  for (const line of summaryLines(rows, { unproven: matrix.unproven, reportOf })) out(line)
  out(`the matrix: ${relative(process.cwd(), await keepMatrix(reportDir, matrix, kept))}`)
  return matrix
}
