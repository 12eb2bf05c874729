import { Worker } from 'node:worker_threads'
import { exitCodes } from '../report/exit-code.ts'
import { type Ending, endingWords, endsWithin, onSignals } from '../run/ending.ts'
import { openJournal } from '../run/journal.ts'
import type { KnownRun } from '../run/rescue.ts'
import { preserveSymlinks } from '../run/suite-options.ts'
import type { FromSupervisor, SupervisedData, ToSupervisor } from '../run/supervised.ts'
import { onUncaught } from '../run/uncaught.ts'
import { beatMs, watchThreads } from '../run/watch-threads.ts'

/** How often the thread of a run is looked at before it counts as busy, once it was asked to end. */
const looksWhenEnding = 1_250 / beatMs

/**
 * Runs the command line in a thread of its own. This one does nothing else than hear signals and watch: whatever the
 * other is busy with, this one ends it in time, puts the language back with what it was told, and gives the exit code.
 */
export const supervise = (
  code: URL,
  args: readonly string[],
  { followsLinks }: { readonly followsLinks: boolean },
): void => {
  const { stdin, stdout, stderr } = process
  // `| head`, a terminal that is gone, a full disk: a run that nobody hears still has a language to put back.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  const known: KnownRun = { begun: new Map(), held: new Map(), judged: new Map() }
  const data: SupervisedData = {
    supervised: true,
    stdin: { isTTY: stdin.isTTY === true },
    stdout: { isTTY: stdout.isTTY === true, columns: stdout.columns },
    stderr: { isTTY: stderr.isTTY === true, columns: stderr.columns },
  }
  const thread = new Worker(code, {
    argv: [...args],
    stdin: true,
    workerData: data,
    ...(followsLinks ? {} : { execArgv: [...preserveSymlinks] }),
  })
  let [beats, isThere] = [0, true]
  let ending: Ending | undefined
  let given: number | undefined

  const leave = (exitCode: number): void => {
    given ??= exitCode
    const end = () => process.exit(given)
    stdout.write('', () => stderr.write('', end))
    // Where nobody reads, nothing is written any more.
    setTimeout(end, 250)
  }

  let isRescued = false
  const rescue = async (why: Ending): Promise<void> => {
    if (isRescued || given !== undefined) return
    isRescued = true
    isThere = false
    await thread.terminate()
    const { rescueRun } = await import('../run/rescue.ts')
    leave(await rescueRun(known, why))
  }
  const rescued = (why: Ending): void => {
    rescue(why).catch((error: unknown) => {
      const what = error instanceof Error ? error.message : String(error)
      stderr.write(`The harness broke: ${what}\n`)
      leave(exitCodes.broken)
    })
  }

  const end = (why: Ending): void => {
    if (ending !== undefined) return
    ending = why
    thread.postMessage({ kind: 'end', ending: why } satisfies FromSupervisor)
    let last = { beats, looks: 0 }
    setInterval(() => {
      last = last.beats === beats ? { beats, looks: last.looks + 1 } : { beats, looks: 0 }
      if (last.looks >= looksWhenEnding) rescued(why)
    }, beatMs).unref()
    setTimeout(() => {
      if (given !== undefined) return
      stderr.write(`The process ends: ${endingWords(why)}, and it took too long to end in order.\n`)
      leave(exitCodeOfHaste(known, why))
    }, endsWithin.all)
  }

  onSignals(end)
  onUncaught((what) => end({ kind: 'broken', what }))
  watchThreads(
    [{ name: 'the main thread of the run', beats: () => (isThere ? beats : undefined) }],
    (thread, seconds) => rescued({ kind: 'silent', thread, seconds }),
  )

  thread.on('message', (message: ToSupervisor) => {
    beats += 1
    if (message.kind === 'input') listen(thread, message)
    else if (message.kind === 'over') {
      given = message.exitCode
      // What is still open is closed in order, as long as that takes no time to speak of.
      setTimeout(() => leave(message.exitCode), ending === undefined ? 2_000 : 250)
    } else note(known, message)
  })
  thread.on('error', (error) => {
    stderr.write(`The harness broke: ${error.message}\n`)
  })
  thread.once('exit', (code) => {
    if (given !== undefined) setImmediate(leave, given)
    else if (!isRescued) {
      if (known.begun.size === 0) leave(code === 0 ? exitCodes.broken : code)
      else rescued({ kind: 'broken', what: 'the thread of the run ended' })
    }
  })
}

/** Nothing can be looked up any more: a journal that is still there says enough. */
const exitCodeOfHaste = ({ begun }: KnownRun, why: Ending): number => {
  const isLeft = [...begun.values()].some(({ environment, settings, isEmbedded }) => {
    if (isEmbedded) return false
    try {
      return openJournal(settings.stateDir, environment).read() !== undefined
    } catch {
      return true
    }
  })
  if (isLeft) return exitCodes.notRestored
  return why.kind === 'broken' ? exitCodes.broken : exitCodes.inconclusive
}

/** What is typed goes to the thread of the run from when it asks for it, and only then. */
const listen = (
  thread: Worker,
  { isWanted, isRaw }: Extract<ToSupervisor, { kind: 'input' }>,
): void => {
  const { stdin } = process
  if (isRaw !== undefined && stdin.isTTY) stdin.setRawMode(isRaw)
  if (isWanted === false) stdin.pause()
  if (isWanted !== true) return
  if (stdin.listenerCount('data') === 0) {
    stdin.on('data', (typed) => thread.stdin?.write(typed))
    stdin.once('end', () => thread.stdin?.end())
  }
  stdin.resume()
}

const note = (known: KnownRun, message: ToSupervisor): void => {
  switch (message.kind) {
    case 'begun':
      known.begun.set(message.run.environment.name, message.run)
      return
    case 'tokens':
      known.held.set(message.environment, message.held)
      return
    case 'places':
      for (const place of message.places) known.judged.set(JSON.stringify(place), undefined)
      return
    case 'judged':
      known.judged.set(JSON.stringify(message.place), message.verdict)
      return
    case 'alive':
    case 'input':
    case 'over':
  }
}
