import { fstatSync } from 'node:fs'
import { createInterface, type Interface } from 'node:readline'
import { Writable } from 'node:stream'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { Operator } from '../login/operator/operator.ts'
import type { Terminal } from './command.ts'

/** What lines are read from: the process's own input. */
type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/**
 * The person at this terminal, who logs in with `LOGIN=operator`. They are told on stderr, in whole lines; what they
 * paste is read without being shown.
 */
export const operatorAt = (terminal: Terminal, clear: () => void = () => {}): Operator => ({
  tell(lines) {
    clear()
    for (const line of lines) terminal.err(line)
  },
  ...(canBeEntered() ? { readLine: hiddenLines(process.stdin) } : {}),
})

/** A terminal, a pipe or a file; not what is nothing, as in most pipelines. */
const canBeEntered = (): boolean => {
  if (process.stdin.isTTY === true) return true
  try {
    const input = fstatSync(0)
    return input.isFIFO() || input.isSocket() || input.isFile()
  } catch {
    return false
  }
}

/** Reads one line after the other, each for whoever asked first. */
export const hiddenLines = (input: Input): NonNullable<Operator['readLine']> => {
  // A pipe may bring several lines at once: what nobody has asked for yet must not be lost.
  const piped = input.isTTY === true ? undefined : bufferedLines(input)
  let queue: Promise<unknown> = Promise.resolve()
  return (signal) => {
    const turn = queue.then(() => piped?.next(signal) ?? typedLine(input, signal))
    queue = turn.catch(() => {})
    return turn
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** In raw mode the terminal shows nothing by itself, and the line editor writes nowhere. */
const typedLine = (input: Input, signal: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({ input, output: nowhere(), terminal: true, historySize: 0 })
    lines.once('line', (line) => {
      resolve(line)
      lines.close()
    })
    // In raw mode Ctrl-C is a character like any other.
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    lines.once('close', () => reject(inputEnded()))
    whenAborted(signal, () => lines.close())
  })

interface BufferedLines {
  next(signal: AbortSignal): Promise<string>
}

const bufferedLines = (input: Input): BufferedLines => {
  const waiting: string[] = []
  let opened: Interface | undefined
  let isOver = false
  let onChange: () => void = () => {}
  const open = (): Interface => {
    const lines = createInterface({ input, terminal: false })
    lines.on('line', (line) => {
      waiting.push(line)
      onChange()
    })
    lines.once('close', () => {
      isOver = true
      onChange()
    })
    return lines
  }
  return {
    async next(signal) {
      opened ??= open()
      opened.resume()
      while (waiting.length === 0 && !isOver && !signal.aborted) {
        await new Promise<void>((resolve) => {
          onChange = resolve
          whenAborted(signal, resolve)
        })
      }
      // What is open but not read from does not keep the process.
      if (!isOver) opened.pause()
      const line = waiting.shift()
      if (line === undefined) throw inputEnded()
      return line
    },
  }
}

const whenAborted = (signal: AbortSignal, stop: () => void): void => {
  if (signal.aborted) stop()
  else signal.addEventListener('abort', stop, { once: true })
}

const inputEnded = (): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    'login by the operator: the input ended before an address was pasted',
    { obstacle: { kind: 'operator', step: 'pasting' } },
  )
