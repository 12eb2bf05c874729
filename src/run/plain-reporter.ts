import { loadConfiguration } from '../config/load.ts'
import { concludeRun } from './conclude.ts'
import { heldRun } from './current.ts'
import { ConformanceReporter } from './reporter.ts'

/** The reporter of plain `npx vitest run`: the same reports and exit codes as `npm test`. */
export default class PlainReporter extends ConformanceReporter {
  constructor() {
    super({
      run: heldRun,
      onEnd: async (end) => {
        process.exitCode = await concludeRun(end, loadConfiguration({ argv: {} }), {
          out: (line) => void process.stdout.write(`${line}\n`),
          err: (line) => void process.stderr.write(`${line}\n`),
          columns: process.stdout.columns ?? 80,
        })
      },
    })
  }
}
