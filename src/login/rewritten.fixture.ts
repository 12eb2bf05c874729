import { createServer, type IncomingMessage, request as requestHttp, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Changes what a page of the provider's holds. */
export type Rewrite = (html: string, path: string) => string

/** What happens before a request goes on; false: the connection is reset in its place. */
export type Before = (method: string, path: string) => Promise<void> | void | false

/** What answers a path in the provider's place. */
export type InPlace = (path: string) =>
  | {
      readonly status: number
      readonly fields?: Readonly<Record<string, string>>
      /** Of HTML, as long as somebody reads. */
      readonly isEndless?: true
    }
  | undefined

/** A server on loopback, and what it was sent. */
export interface Listener {
  readonly origin: string
  readonly arrivals: readonly string[]
  readonly close: () => Promise<void>
}

const listening = async (server: Server, port = 0): Promise<Server> => {
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Somebody else's server, which shows this page whatever is asked, and keeps what it was sent. */
export const startElsewhere = async (page = ''): Promise<Listener> => {
  const arrivals: string[] = []
  const server = await listening(
    createServer(async (request, response) => {
      arrivals.push(`${request.method} ${request.url} ${(await contentOf(request)).toString()}`)
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    }),
  )
  return {
    origin: `http://localhost:${portOf(server)}`,
    arrivals,
    close: () => closing(server),
  }
}

/** Stands before a provider and changes its pages. `front` goes to the provider's options. */
export const rewriting = (
  rewrite: Rewrite,
  before: Before = () => {},
  inPlace: InPlace = () => undefined,
) => {
  let server: Server | undefined
  return {
    front: async (behind: number): Promise<number> => {
      server = await listening(createServer((request, response) => void pass(request, response)))
      const pass = async (
        request: IncomingMessage,
        response: import('node:http').ServerResponse,
      ): Promise<void> => {
        const { method = 'GET', url = '/', headers } = request
        const [path = '/'] = url.split('?')
        const goesOn = before(method, path)
        if (goesOn === false) {
          request.socket.resetAndDestroy()
          return
        }
        await goesOn
        const instead = inPlace(path)
        if (instead !== undefined) {
          response.writeHead(instead.status, { 'content-type': 'text/html', ...instead.fields })
          if (instead.isEndless !== true) return void response.end()
          const more = () => {
            while (!response.destroyed && response.write('<p>a</p>'.repeat(1_000)));
          }
          response.on('drain', more)
          return more()
        }
        const onward = requestHttp({ host: '127.0.0.1', port: behind, method, path: url, headers })
        onward.end(await contentOf(request))
        const answer = await new Promise<IncomingMessage>((resolve) =>
          onward.once('response', resolve),
        )
        const content = await contentOf(answer)
        const isPage = answer.headers['content-type']?.startsWith('text/html') === true
        const { 'content-length': _, 'content-security-policy': __, ...fields } = answer.headers
        response.writeHead(answer.statusCode ?? 502, fields)
        response.end(isPage ? rewrite(content.toString(), path) : content)
      }
      return portOf(server)
    },
    close: async (): Promise<void> => {
      if (server !== undefined) await closing(server)
    },
  }
}

const contentOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
