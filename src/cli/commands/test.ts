import { parseArgs } from 'node:util'
import { loadConfiguration } from '../../config/load.ts'
import { logsInByForms } from '../../config/login-of.ts'
import { beginLoginThread } from '../../login/thread/begin-thread.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm test -- [options]      (or: npm run krr -- test [options])

Judges the environments in KRR_ENV (the embedded reference environment by default) by the published contract,
and writes a report for each to reports/<environment>/.

Options
  --env <names>                   environments, comma-separated, in place of KRR_ENV
  -t <rule id or pattern>         only these rules; a partial run, which no gate accepts
  --verbose                       tells the verdict of every rule, not of those alone that failed
  --no-write                      leaves every unsafe method out
  --format <forms>                further forms of each report: sarif, sarif-all, ndjson, in-toto
  --events <file>                 writes what happens to a file while it happens, a line of JSON each
  --notify <where>                tells where a verdict is another one than before, in place of KRR_NOTIFY: github;
                                  the address of a webhook is a secret, and belongs into KRR_NOTIFY
  --lang <language>               of pages, summary and notices, in place of KRR_LANG: en, nb
  --confirm-national-register     with KRR_<NAME>_ALLOW_WRITE=true: allows writing to production
  -h, --help                      this text

Exit codes: 0 conformant, 1 deviating, 2 usage or configuration, 3 inconclusive, 4 the harness broke,
5 the register could not be put back.`

/** The conformance run: `npm test`. */
export const testCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string' },
        testNamePattern: { type: 'string', short: 't' },
        'no-write': { type: 'boolean' },
        format: { type: 'string' },
        events: { type: 'string' },
        verbose: { type: 'boolean' },
        notify: { type: 'string' },
        lang: { type: 'string' },
        'confirm-national-register': { type: 'boolean' },
      },
    })
    const configuration = loadConfiguration({
      argv: {
        env: values.env,
        lang: values.lang,
        noWrite: values['no-write'],
        confirmNationalRegister: values['confirm-national-register'],
      },
    })
    for (const line of configuration.warnings) terminal.err(`warning: ${line}`)
    // While this thread still loads what judges, another loads what logs in.
    const logins = configuration.environments.some(logsInByForms) ? beginLoginThread() : undefined
    try {
      const { judgeEnvironments } = await import('../judge-environments.ts')
      return await judgeEnvironments(
        configuration,
        {
          pattern: values.testNamePattern,
          format: values.format,
          events: values.events,
          verbose: values.verbose === true,
          notify: values.notify,
          logins,
        },
        terminal,
      )
    } finally {
      await logins?.close()
    }
  },
}
