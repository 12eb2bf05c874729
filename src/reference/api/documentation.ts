import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { PassThrough } from '../seams.ts'
import {
  type ApiResponse,
  encodeJson,
  encodeText,
  isJsonObject,
  type JsonObject,
} from './message.ts'
import { methodNotAllowed, refuse } from './refuse.ts'
import type { RequestContext } from './seams.ts'

/** Where the OpenAPI document lies, and which server it is said to describe. */
interface Documentation {
  /** Path of the OpenAPI document in JSON; where there is none, `/v3/api-docs` is 404. */
  readonly specFile: string
  /** `https://127.0.0.1:8443`: takes the place of the hosts in the document's `servers`. */
  readonly origin: string
  readonly seams: PassThrough
}

export const apiDocsPath = '/v3/api-docs'

const swaggerConfigPath = `${apiDocsPath}/swagger-config`

/** The parts of swagger-ui-dist that its page needs, and their media types. */
const swaggerFiles: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'index.css': 'text/css; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
  'favicon-16x16.png': 'image/png',
  'favicon-32x32.png': 'image/png',
}

const swaggerInitializer = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    configUrl: '${swaggerConfigPath}',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
  })
}
`

/** The page and what it loads may reach this server and nothing else. */
const pagePolicy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"

/** Answers the OpenAPI document and Swagger UI, or gives undefined for any other path. */
export const answerDocumentation = async (
  documentation: Documentation,
  context: RequestContext,
): Promise<ApiResponse | undefined> => {
  const { method, path } = context.request
  const found = await read(documentation, path, context)
  if (found === undefined) return undefined
  return method === 'GET' || method === 'HEAD'
    ? found
    : refuse(methodNotAllowed(['GET', 'HEAD']), documentation.seams, context)
}

const read = async (
  documentation: Documentation,
  path: string,
  context: RequestContext,
): Promise<ApiResponse | undefined> => {
  if (path === apiDocsPath) return openApi(documentation, context)
  if (path === swaggerConfigPath) {
    // An empty validatorUrl keeps Swagger UI from showing the document to a validator elsewhere.
    const config = { configUrl: swaggerConfigPath, url: apiDocsPath, validatorUrl: '' }
    return found('application/json', encodeJson(config))
  }
  const [, name = ''] = /^\/swagger-ui\/([^/]+)$/.exec(path) ?? []
  if (name === 'swagger-initializer.js') {
    return found('text/javascript; charset=utf-8', encodeText(swaggerInitializer))
  }
  const type = Object.hasOwn(swaggerFiles, name) ? swaggerFiles[name] : undefined
  if (type === undefined) return undefined
  const content = await swaggerFile(name)
  if (content !== undefined) return found(type, content)
  // Its package is installed only where somebody asks for it.
  return name === 'index.html'
    ? found('text/html; charset=utf-8', encodeText(withoutSwaggerUi))
    : undefined
}

const withoutSwaggerUi = `<!doctype html><title>KRR</title><p>npm install swagger-ui-dist adds Swagger UI here.
The document is <a href="${apiDocsPath}">${apiDocsPath}</a>.`

const found = (type: string, content: Uint8Array): ApiResponse => ({
  status: 200,
  fields: [
    ['Content-Type', type],
    ...(type.startsWith('text/html') ? ([['Content-Security-Policy', pagePolicy]] as const) : []),
  ],
  content,
})

const openApi = async (
  { specFile, origin, seams }: Documentation,
  context: RequestContext,
): Promise<ApiResponse | undefined> => {
  const document = await readDocument(specFile)
  if (document === undefined) return undefined
  const usual = { ...document, servers: [{ url: `${origin}${serverPath(document)}` }] }
  return found('application/json', encodeJson(await seams('openApiDocument', usual, context)))
}

const readDocument = async (path: string): Promise<JsonObject | undefined> => {
  try {
    const document: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isJsonObject(document) ? document : undefined
  } catch {
    return undefined
  }
}

// The paths of the document are relative to its servers' common path.
const serverPath = (document: JsonObject): string => {
  const [server] = Array.isArray(document['servers']) ? (document['servers'] as unknown[]) : []
  const url = isJsonObject(server) ? server['url'] : undefined
  if (typeof url !== 'string' || !URL.canParse(url)) return ''
  return new URL(url).pathname.replace(/\/$/, '')
}

const files = new Map<string, Promise<Uint8Array | undefined>>()

// Read once for all servers of the process.
const swaggerFile = (name: string): Promise<Uint8Array | undefined> => {
  const known = files.get(name)
  if (known !== undefined) return known
  const folder = swaggerFolder()
  const reading = folder === undefined ? Promise.resolve(undefined) : readFile(join(folder, name))
  files.set(name, reading)
  return reading
}

/** Undefined where the package is not installed. */
const swaggerFolder = (): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  } catch {
    return undefined
  }
}

const path = join('specs', 'krr-person.openapi.json')

/**
 * The project's own OpenAPI document, in the nearest folder above this module that has it: the command line is a
 * bundle and may be started anywhere.
 */
export const projectSpecFile = (): string => {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, path))) return join(folder, path)
  return resolve(path)
}
