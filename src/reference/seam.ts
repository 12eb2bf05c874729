import type { IncomingMessage, ServerResponse } from 'node:http'

/** What passes through a seam, and what is known there. A type only; nothing of it exists at run time. */
export interface Seam<Value, Context> {
  readonly value: Value
  readonly context: Context
}

/** Stands before both servers: hears each request first, and has it served or answers it itself. */
export type Attendant = (
  server: 'api' | 'op',
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  serve: () => Promise<void>,
) => Promise<void>
