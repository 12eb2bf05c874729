// The thread of kept-thread.ts: vitest's own, which forgets which mutant was active, and the channel of the run before.
import { parentPort } from 'node:worker_threads'
import { init, runBaseTests, setupEnvironment } from 'vitest/worker'

let control
let channel

init({
  post: (message) => parentPort.postMessage(message),
  on(listener) {
    parentPort.on('message', listener)
    if (control === undefined) control = listener
    else {
      if (channel !== undefined) parentPort.off('message', channel)
      channel = listener
    }
  },
  off: (listener) => parentPort.off('message', listener),
  setup: setupEnvironment,
  runTests(state, traces) {
    delete globalThis.__stryker__
    return runBaseTests('run', state, traces)
  },
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
})
