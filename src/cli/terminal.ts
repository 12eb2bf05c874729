import { printingOn } from '../report/terminal-text.ts'
import type { Terminal } from './command.ts'

/** The process's own terminal: results on stdout, progress and problems on stderr. */
export const processTerminal = (): Terminal => {
  process.stdout.on('error', unlessNobodyReads)
  process.stderr.on('error', unlessNobodyReads)
  return {
    out: printingOn(process.stdout),
    err: printingOn(process.stderr),
    columns: process.stdout.columns ?? 80,
    interactive: process.stderr.isTTY === true && process.env['CI'] === undefined,
  }
}

/** `krr rules | head` is no fault, and a run whose output nobody reads still has a language to put back. */
const unlessNobodyReads = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
