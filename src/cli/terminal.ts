import type { Terminal } from './command.ts'

/** The process's own terminal: results on stdout, progress and problems on stderr. */
export const processTerminal = (): Terminal => ({
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  columns: process.stdout.columns ?? 80,
  interactive: process.stderr.isTTY === true && process.env['CI'] === undefined,
})
