import { inject } from 'vitest'
import { connectChannel } from '../run/channel.ts'
import type { Target } from '../run/target.ts'
import { beatMs } from '../run/watch-threads.ts'

/** One connection for all worlds of a run: on a channel everybody hears, and unpacks, every answer. */
export const connection = connectChannel(inject('channel'))

// While this thread does anything else, it is known to do so.
setInterval(() => connection.tell('', 'alive'), beatMs).unref()

/** The targets of the run, asked for at once. The main process may still be starting them. */
export const targets = connection.call('', 'targets') as Promise<readonly Target[]>
