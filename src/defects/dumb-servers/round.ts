import { createServer } from 'node:https'
import { listen, stopListening } from '../../reference/api/message.ts'
import { startReference } from '../../reference/start.ts'
import { asConfigured } from '../../run/started-reference.ts'
import type { Round } from '../experiment.ts'
import { constantPerson } from './constant-person.ts'
import type { DumbServer } from './dumb-server.ts'

const personPath = '/rest/v1/person'

/** A dumb server behind the reference environment's own OpenID provider, over https with its certificate. */
export const dumbRound =
  ({ answer }: DumbServer): Round =>
  async (shared) => {
    const reference = await startReference({ shared })
    const { pki } = shared
    const world = { pki, person: constantPerson(reference.people.MAIN) }
    let isReached = answer === undefined
    const server = createServer({ key: pki.tls.keyPem, cert: pki.tls.certPem })
    server.on('request', (incoming, outgoing) => {
      isReached = true
      const pieces: Buffer[] = []
      incoming.on('error', () => outgoing.destroy())
      incoming.on('data', (piece: Buffer) => pieces.push(piece))
      incoming.on('end', () => {
        const { method = '', url = '', headers } = incoming
        const [path = ''] = url.split('?')
        const content = Buffer.concat(pieces)
        const response = answer?.({ method, path, fields: headers, content }, world)
        if (response === undefined) return
        const whole = Buffer.from(response.content)
        const length = { 'Content-Length': String(whole.length) }
        outgoing.writeHead(response.status, {
          ...response.fields,
          ...(response.status === 204 ? {} : length),
        })
        if (response.cutAfter === undefined) outgoing.end(method === 'HEAD' ? undefined : whole)
        else outgoing.write(whole.subarray(0, response.cutAfter), () => outgoing.destroy())
      })
    })
    const port = await listen(server, 0)
    if (answer === undefined) await stopListening(server)
    const origin = `https://127.0.0.1:${port}`
    return {
      configured: {
        ...asConfigured(reference),
        apiUrl: `${origin}${personPath}`,
        specUrl: `${origin}/v3/api-docs`,
      },
      expiry: { client: reference.shortLivedClient, letTimePass: reference.letTimePass },
      isReached: () => isReached,
      stop: async () => {
        await Promise.all([reference.stop(), stopListening(server)])
      },
    }
  }
