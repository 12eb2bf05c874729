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
        const listener = {
          out: (line: string) => void process.stdout.write(`${line}\n`),
          err: (line: string) => void process.stderr.write(`${line}\n`),
          columns: process.stdout.columns ?? 80,
        }
        const screenshots = heldRun()?.screenshots ?? []
        process.exitCode = await concludeRun(end, loadConfiguration({ argv: {} }), listener, {
          screenshots,
        })
      },
    })
  }
}
