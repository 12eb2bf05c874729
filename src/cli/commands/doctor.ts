import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isProblem } from '../../doctor/line.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import { visibleJson } from '../../evidence/visible-text.ts'
import { type ExitCode, exitCodes } from '../../report/exit-code.ts'
import type { Command, Terminal } from '../command.ts'
import { operatorAt } from '../operator.ts'

const help = `Usage: npm run krr -- doctor [--env NAMES] [--json] [--login]

Says, one line each, whether a run could be begun: settings, files, Node, browser; and for each environment its
name and certificate, the clock, ID-porten's metadata, the client, the redirect URI, the scopes that are granted, and
the published document. Without touching the person: the person API is asked without a token only, nothing is
entered on a page, and where the environment has logins by login_hint one shows the scopes, and is revoked.

Options
  --env <names>  environments, comma-separated, in place of KRR_ENV
  --json         as JSON, for other programs
  --login        logs the test user in, at one environment and at a reference, and writes what was met to
                 reports/<environment>/field.json and field.html: pages, hosts, cookies by name, metadata, keys and
                 tokens by name and form; no value, nothing of a person
  -h, --help     this text

Exit codes: 0 nothing stands in the way (warnings are none), 2 there are problems.`

/** Records one login and says where it is written and in what it differs. */
const recordLogin = async (env: string | undefined, terminal: Terminal): Promise<ExitCode> => {
  const { recordFieldOf } = await import('../doctor/field.ts')
  try {
    const { report, folder } = await recordFieldOf(env)
    const { environment, differences, stopped } = report
    terminal.out('')
    terminal.out(`The login of ${environment} is recorded: ${folder}/field.html and field.json.`)
    if (stopped !== undefined) {
      terminal.out(`It did not come to its end: ${stopped}`)
      return exitCodes.inconclusive
    }
    terminal.out(
      differences.length === 0
        ? 'The reference does everything as it was met.'
        : `The reference is otherwise in ${differences.length}: npm run krr -- field adopt --env ${environment}`,
    )
    return exitCodes.conformant
  } catch (error) {
    if (!(error instanceof EvidenceUnavailableError)) throw error
    terminal.err(`No field record: ${error.message}`)
    return exitCodes.inconclusive
  }
}

/** Examines the set-up before the first run: `krr doctor`. */
export const doctorCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: { env: { type: 'string' }, json: { type: 'boolean' }, login: { type: 'boolean' } },
    })
    const { examineSetUp } = await import('../doctor/examine-configuration.ts')
    const { examineMachine } = await import('../../doctor/examine-machine.ts')
    const machine = examineMachine({
      nodeVersion: process.versions.node,
      dotenvPath: resolve('.env'),
    })
    const [ownChapter, ...chapters] = await examineSetUp(
      { argv: { env: values.env } },
      operatorAt(terminal),
    )
    const all = [
      { title: 'this machine', lines: [...machine, ...(ownChapter?.lines ?? [])] },
      ...chapters,
    ]
    const code = all.some(({ lines }) => lines.some(isProblem))
      ? exitCodes.usage
      : exitCodes.conformant
    if (values.json === true) {
      const lines = all.flatMap(({ title, lines: own }) =>
        own.map((line) => ({ chapter: title, ...line })),
      )
      terminal.out(visibleJson({ schemaVersion: 1, exitCode: code, lines }, 2))
      return code
    }
    const { doctorText } = await import('../../doctor/doctor-text.ts')
    const { paintFor, wrapped } = await import('../../report/terminal-text.ts')
    const look = { columns: terminal.columns, paint: paintFor(process.stdout), wrapped }
    for (const line of doctorText(all, look)) terminal.out(line)
    return values.login === true && code === exitCodes.conformant
      ? recordLogin(values.env, terminal)
      : code
  },
}
