import { Worker } from 'node:worker_threads'
import type { Plugin } from 'vitest/config'
import type { PoolOptions, PoolWorker } from 'vitest/node'

type Listener = (message: unknown) => void

/** After so many test files a thread is replaced, so that what the runner leaves in it stays little. */
const filesPerThread = 200

/**
 * One thread for all test files of all mutants, as `poolRunner` of a vitest configuration: to start one takes longer
 * than most of the tests. `isolate` evaluates every module anew for each file, and the thread itself forgets which
 * mutant was active (kept-thread-entry.mjs). For one worker at a time.
 */
export const keptThread = (entry: URL): Plugin => {
  let thread: Worker | undefined
  let files = 0
  let free = Promise.resolve()

  const createPoolWorker = ({ env, execArgv }: PoolOptions): PoolWorker => {
    const listeners: [event: string, listener: Listener][] = []
    const answer = (message: unknown) => {
      for (const [event, listener] of listeners) if (event === 'message') listener(message)
    }
    let release = () => {}
    return {
      name: 'kept-thread',
      async start() {
        const before = free
        free = new Promise((resolve) => {
          release = resolve
        })
        await before
        thread ??= new Worker(entry, { env, execArgv })
        files += 1
      },
      async stop() {
        for (const [event, listener] of listeners) thread?.off(event, listener)
        if (files >= filesPerThread) {
          await thread?.terminate()
          thread = undefined
          files = 0
        }
        release()
      },
      send(message) {
        if (message.type === 'stop') answer({ type: 'stopped', __vitest_worker_response__: true })
        else thread?.postMessage(message)
      },
      on(event, listener) {
        listeners.push([event, listener])
        thread?.on(event, listener)
      },
      off(event, listener) {
        thread?.off(event, listener)
      },
      deserialize: (data) => data,
    }
  }
  return {
    name: 'kept-thread',
    configureVitest({ project }) {
      project.config.pool = 'kept-thread'
      project.config.poolRunner = { name: 'kept-thread', createPoolWorker }
    },
  }
}
