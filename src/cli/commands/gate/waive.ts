import { fstatSync, statSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../../config/configuration-error.ts'
import { loadConfiguration } from '../../../config/load.ts'
import { canonicalName } from '../../../config/registry.ts'
import schema from '../../../gate/known/known-deviations.schema.json' with { type: 'json' }
import { mostDays } from '../../../gate/known/known-deviations.ts'
import { loadKnown } from '../../../gate/known/load-known.ts'
import { knownDeviationsFile, readKnown } from '../../../gate/known/read-known.ts'
import { waiveText, withEntries } from '../../../gate/known/waive-text.ts'
import { exitCodes } from '../../../report/exit-code.ts'
import { findReport } from '../../../report/find-report.ts'
import type { Command } from '../../command.ts'

const help = `Usage: npm run krr -- gate waive --env NAME [options]

Prints entries of known-deviations.yaml for what fails in the latest report of an environment and is not known yet,
each exactly as it was seen. With --write they are put into the file, whose other lines and comments stay as they are;
have somebody look at them.

Options
  --env <name>       the environment
  --write            writes known-deviations.yaml; takes --reason, --owner and --link
  --reason <text>    why it is accepted for now
  --owner <name>     who sees to it
  --link <address>   the issue where it is followed up
  --days <number>    how long it holds; 30 without it, at most ${mostDays}
  -h, --help         this text`

/** An entry to copy: `krr gate waive --env test`. */
export const waiveCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        reason: { type: 'string' },
        owner: { type: 'string' },
        link: { type: 'string' },
        days: { type: 'string' },
        write: { type: 'boolean' },
      },
    })
    if (values.env === undefined) throw new ConfigurationError(['krr gate waive takes --env NAME'])
    const days = Number(values.days ?? 30)
    if (!Number.isInteger(days) || days < 1 || days > mostDays) {
      throw new ConfigurationError([
        `--days must be a number from 1 to ${mostDays}, but is "${values.days}"`,
      ])
    }
    const { reportDir } = loadConfiguration({ argv: { env: 'reference' } }).settings
    const { report } = await findReport(canonicalName(values.env), reportDir)
    const known = await loadKnown(process.cwd())
    const { reason = '', owner = '', link = '' } = values
    refuseUnreadable(values)
    const text = waiveText(report, known, { reason, owner, link, days }, new Date())
    if (text === '') {
      terminal.err(`nothing fails in ${report.target.environment} that is not known`)
      return exitCodes.conformant
    }
    if (values.write === true) {
      const file = await readFile(knownDeviationsFile, 'utf8').catch(() => '')
      const next = withEntries(file, text)
      const unfinished = `${knownDeviationsFile}.${process.pid}`
      await writeFile(unfinished, next, { flag: 'wx' })
      await rename(unfinished, knownDeviationsFile)
      terminal.out(
        `${knownDeviationsFile}: ${counted(added(file, next), 'entry', 'entries')} added`,
      )
      return exitCodes.conformant
    }
    refuseOwnFile()
    terminal.out('# known-deviations.yaml: fill in what is empty, and have somebody look at it')
    terminal.out(`deviations:\n${text.trimEnd()}`)
    return exitCodes.conformant
  },
}

const added = (before: string, after: string): number =>
  readKnown(after).length - readKnown(before).length

const counted = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`

/** What the file would be refused for later is refused now, before anything is printed. */
const refuseUnreadable = (values: {
  readonly write?: boolean
  readonly reason?: string
  readonly owner?: string
  readonly link?: string
}): void => {
  const { properties } = schema.properties.deviations.items
  const problems = (['reason', 'owner', 'link'] as const).flatMap((name) => {
    const value = values[name]
    const accepts: { minLength?: number; pattern?: string; description: string } = properties[name]
    if (value === undefined) {
      return values.write === true ? [`--write takes --${name}: ${accepts.description}`] : []
    }
    const isAccepted =
      value.length >= (accepts.minLength ?? 0) && new RegExp(accepts.pattern ?? '').test(value)
    return isAccepted ? [] : [`--${name} must be ${accepts.description}, but is "${value}"`]
  })
  const [first, ...others] = problems
  if (first !== undefined) throw new ConfigurationError([first, ...others])
}

/** By `>` a shell has emptied the file before this began, and what others know of would be lost. */
const refuseOwnFile = (): void => {
  const [to, file] = [1, knownDeviationsFile].map((path) => {
    try {
      return typeof path === 'number' ? fstatSync(path) : statSync(path)
    } catch {
      return undefined
    }
  })
  if (to === undefined || file === undefined || to.ino !== file.ino || to.dev !== file.dev) return
  throw new ConfigurationError([
    `${knownDeviationsFile} must not be written by the shell, which empties it first: take it back (git checkout ${knownDeviationsFile}), then use --write`,
  ])
}
