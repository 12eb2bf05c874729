import { createServer, type RequestListener } from 'node:http'
import type { Server, Socket } from 'node:net'

/** The first octet of every TLS connection: a record of the handshake (RFC 8446, 5.1). */
const handshakeRecord = 0x16

/** Lets plain http in at the port of a TLS server, which by itself hangs up on it. */
export const letPlainHttpIn = (server: Server, listener: RequestListener): void => {
  const plain = createServer(listener)
  // The first listener is the TLS server's own.
  const [acceptTls] = server.listeners('connection') as ((socket: Socket) => void)[]
  if (acceptTls === undefined) return
  server.off('connection', acceptTls)
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (octets) => {
      socket.pause()
      socket.unshift(octets)
      if (octets[0] === handshakeRecord) acceptTls.call(server, socket)
      else plain.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
}
