import { createRequire } from 'node:module'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { ErrorObject } from 'ajv'
import { limits } from '../evidence/limits.ts'
import { schemaOptions } from './known-schema.ts'

/** What a schema says of a value, or why that cannot be told. */
export type ThreadAnswer =
  | { readonly errors: readonly ErrorObject[] }
  | { readonly thrown: string; readonly isRangeError: boolean }
  | { readonly timedOut: true }

interface Question {
  readonly schema: string
  /** JSON text; without it the schema is compiled alone. */
  readonly value?: string
}

/**
 * Compiles a schema that a target publishes, and judges a value by it, in a thread of its own: whatever its patterns and
 * references take, the thread is ended when the time is over, and the one that asks goes on.
 */
export const askSchemaThread = (question: Question): ThreadAnswer => {
  running ??= start()
  const { port, ready, done, worker } = running
  if (!isTold(ready, limits.schemaThreadStartMs)) return end(worker)
  Atomics.store(done, 0, 0)
  port.postMessage(question)
  if (!isTold(done, limits.schemaMs)) return end(worker)
  return receiveMessageOnPort(port)?.message as ThreadAnswer
}

interface Running {
  readonly worker: Worker
  readonly port: MessagePort
  readonly ready: Int32Array
  readonly done: Int32Array
}

let running: Running | undefined

const end = (worker: Worker): ThreadAnswer => {
  running = undefined
  worker.terminate().catch(() => {})
  return { timedOut: true }
}

/** Whether the other thread has said so, at once or within the time. */
const isTold = (flag: Int32Array, withinMs: number): boolean =>
  Atomics.wait(flag, 0, 0, withinMs) !== 'timed-out'

const start = (): Running => {
  const { port1: port, port2 } = new MessageChannel()
  const [ready, done] = [1, 2].map(() => new Int32Array(new SharedArrayBuffer(4)))
  if (ready === undefined || done === undefined) throw new Error('there are two of them')
  const ajv = createRequire(import.meta.url).resolve('ajv/dist/2020.js')
  const worker = new Worker(code, {
    eval: true,
    workerData: { port: port2, ready, done, ajv, options: schemaOptions },
    transferList: [port2],
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: limits.schemaMegabytes },
  })
  // What it runs out of is told by the time that passes.
  worker.on('error', () => {
    if (running?.worker === worker) running = undefined
  })
  worker.unref()
  port.unref()
  return { worker, port, ready, done }
}

/** Plain text, for neither a bundle nor the test runner's loader has a file that a thread could begin with. */
const code = `
const { workerData: { port, ready, done, ajv, options } } = require('node:worker_threads')
const { Ajv2020 } = require(ajv)
const compiler = new Ajv2020(options)
const validators = new Map()
const answerTo = ({ schema, value }) => {
  try {
    const validate = validators.get(schema) ?? compiler.compile(JSON.parse(schema))
    validators.set(schema, validate)
    if (value === undefined || validate(JSON.parse(value))) return { errors: [] }
    return { errors: JSON.parse(JSON.stringify((validate.errors ?? []).slice(0, 500))) }
  } catch (error) {
    return { thrown: String(error?.message ?? error), isRangeError: error instanceof RangeError }
  }
}
const tell = (flag) => {
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
}
port.on('message', (question) => {
  port.postMessage(answerTo(question))
  tell(done)
})
tell(ready)
`
