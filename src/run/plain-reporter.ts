import { loadConfiguration } from '../config/load.ts'
import { printingOn } from '../report/terminal-text.ts'
import { concludeRun } from './conclude.ts'
import { heldRun, holdReporter } from './current.ts'
import { ConformanceReporter } from './reporter.ts'

/** The reporter of plain `npx vitest run`: the same reports and exit codes as `npm test`. */
export default class PlainReporter extends ConformanceReporter {
  constructor() {
    super({
      run: heldRun,
      onEnd: async (end) => {
        const listener = {
          out: printingOn(process.stdout),
          err: printingOn(process.stderr),
          columns: process.stdout.columns ?? 80,
        }
        const screenshots = heldRun()?.screenshots ?? []
        process.exitCode = await concludeRun(end, loadConfiguration({ argv: {} }), listener, {
          screenshots,
        })
      },
    })
    holdReporter(this)
  }
}
