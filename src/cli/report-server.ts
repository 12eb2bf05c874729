import { once } from 'node:events'
import { readFile, realpath } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { ConfigurationError } from '../config/configuration-error.ts'
import { isBoundPage, pagePolicy } from '../report/writers/html/document.ts'

/** The reports being served. */
export interface ReportServer {
  readonly url: string
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.har': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.xml': 'application/xml',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * Serves the files of a folder on loopback, read-only: no listing, nothing outside of it, nothing hidden, and only to
 * who names this address (a page elsewhere cannot reach it by a name that leads here).
 * @throws ConfigurationError where the port is taken
 */
export const serveReports = async (folder: string, port: number): Promise<ReportServer> => {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => refuse(response, 500))
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening').catch((cause: unknown) => {
    throw new ConfigurationError(
      [`port ${port} cannot be listened on; give another one with --port`],
      {
        cause,
      },
    )
  })
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://127.0.0.1:${bound}/`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const answer = async (
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405)
  }
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '')) {
    return refuse(response, 421)
  }
  const path = await fileAt(folder, request.url ?? '/')
  const content = path === undefined ? undefined : await readFile(path).catch(() => undefined)
  if (path === undefined || content === undefined) return refuse(response, 404)
  const type = types[extname(path)] ?? 'application/octet-stream'
  response.writeHead(200, {
    ...guards(policyOf(type, content)),
    'Content-Type': type,
    'Content-Length': content.length,
  })
  response.end(request.method === 'HEAD' ? undefined : content)
}

/** The file that an address names, if it lies in the folder, links followed; a folder stands for its page. */
const fileAt = async (folder: string, url: string): Promise<string | undefined> => {
  try {
    const path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname)
    const parts = path.split('/').filter((part) => part !== '')
    if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return undefined
    const named = parts.length === 0 ? ['index.html'] : parts
    const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, ...named))])
    return real.startsWith(root + sep) ? real : undefined
  } catch {
    return undefined
  }
}

/** A page of this version gets the policy that it brings along as a field too; whatever else runs nothing. */
const policyOf = (type: string, content: Buffer): string => {
  const isOwn = type.startsWith('text/html') && isBoundPage(content.toString('utf8', 0, 4_096))
  const policy = isOwn ? pagePolicy : "default-src 'none'; style-src 'unsafe-inline'; sandbox"
  return `${policy}; frame-ancestors 'none'`
}

const guards = (policy: string) => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
})

const refuse = (response: ServerResponse, status: number): void => {
  if (response.headersSent) return void response.end()
  response.writeHead(status, { ...guards("default-src 'none'"), 'Content-Type': 'text/plain' })
  response.end(status === 404 ? 'no such report\n' : 'refused\n')
}
