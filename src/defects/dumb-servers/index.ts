import { answeringServers } from './answering.ts'
import type { DumbServer } from './dumb-server.ts'
import { refusingServers } from './refusing.ts'

/** Every dumb server, by what it does. */
export const dumbServers: Readonly<Record<string, readonly DumbServer[]>> = {
  refusing: refusingServers,
  answering: answeringServers,
}
