import { execFile } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Agent, request } from 'undici'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SandboxFile } from '../../config/sandbox-file.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { freePorts } from './free-ports.fixture.ts'
import {
  endProcesses,
  krr,
  type Started,
  startKrr,
  startNode,
  startProgram,
} from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
const sandboxFile = join(workspace.stateDir, 'sandbox.json')
const caFile = join(workspace.stateDir, 'sandbox-ca.pem')
const dataFile = join(workspace.folder, 'languages.json')
let sandbox: Started

const start = async (): Promise<Started> => {
  const port = String(await freePorts())
  const started = startKrr(['sandbox', '--port', port, '--data', dataFile], workspace.in({}))
  await started.said(/Ctrl-C stops it/)
  return started
}
const stop = async () => {
  sandbox.child.kill('SIGINT')
  return sandbox.ended
}
beforeEach(async () => {
  sandbox = await start()
}, 60_000)
afterEach(() => endProcesses())
afterAll(() => workspace.remove())

const described = (): SandboxFile => JSON.parse(readFileSync(sandboxFile, 'utf8'))
const headless = { KRR_SANDBOX_LOGIN: 'headless' }

const token = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await krr(
    ['token', '--env', 'sandbox', ...args],
    workspace.in(headless),
  )
  expect([code, stderr]).toEqual([0, ''])
  // One line, the token, and nothing else: `TOKEN=$(…)` takes it as it is.
  expect(stdout).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+\n$/)
  return stdout.trim()
}

const ask = async (accessToken: string, accept: string, spraak?: string) => {
  const { apiUrl, ca } = described()
  const dispatcher = new Agent({ connect: { ca } })
  try {
    const { statusCode, headers, body } = await request(apiUrl, {
      dispatcher,
      method: spraak === undefined ? 'GET' : 'PATCH',
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept,
        ...(spraak === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: spraak === undefined ? null : JSON.stringify({ spraak }),
    })
    return { status: statusCode, type: headers['content-type'], text: await body.text() }
  } finally {
    await dispatcher.close()
  }
}

describe('a sandbox', { timeout: 120_000 }, () => {
  test('gives a token that any HTTP client gets the person, the JWS and a 204 with', async () => {
    const accessToken = await token()
    const json = await ask(accessToken, 'application/json')
    expect(json).toMatchObject({ status: 200, type: 'application/json' })
    expect(JSON.parse(json.text)).toMatchObject({
      personidentifikator: described().people.MAIN,
      digital_post: {},
    })
    const jose = await ask(accessToken, 'application/jose')
    expect(jose).toMatchObject({ status: 200, type: 'application/jose' })
    expect(jose.text).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/)
    expect(await ask(accessToken, '*/*', 'en')).toMatchObject({ status: 204, text: '' })
    await expectByCurl(accessToken)
  })

  test('gives a token of another scope and another person', async () => {
    const { people } = described()
    const accessToken = await token(
      '--scope',
      'krr:user/kontaktinformasjon.read',
      '--pid',
      people.MOBILE_ONLY,
    )
    const person = JSON.parse((await ask(accessToken, 'application/json')).text)
    expect(person).toMatchObject({ personidentifikator: people.MOBILE_ONLY })
    expect(person).not.toHaveProperty('digital_post')
    expect((await ask(accessToken, 'application/json', 'en')).status).toBe(403)
  })

  test('keeps a language over a restart, conforms, and leaves it as it was found', async () => {
    expect((await ask(await token(), '*/*', 'se')).status).toBe(204)
    await stop()
    sandbox = await start()
    const { code, stdout } = await krr(['test', '--env', 'sandbox'], workspace.in(headless))
    expect(code, stdout).toBe(0)
    expect(workspace.report('sandbox')).toMatchObject({
      verdict: 'conformant',
      register: { found: 'se', left: 'se', restored: true },
    })
  })

  test('does what docs/sandbox.md shows, by openid-client and by curl', async () => {
    symlinkSync(join(projectFolder(), 'node_modules'), join(workspace.folder, 'node_modules'))
    const script = workspace.write('recipe.mjs', recipe('Node with openid-client', 'js'))
    const env = { NODE_EXTRA_CA_CERTS: caFile, API: described().apiUrl, ...headless }
    const byNode = await startNode([script], workspace.in(env)).ended
    expect([byNode.stderr, byNode.stdout]).toEqual(['', '200 503 DEF-BODY-STATUS-OCCURS-TWICE\n'])
    if (!(await isInstalled('curl'))) return
    const shell = workspace.in(env)
    const byCurl = await startProgram('sh', ['-c', recipe('curl', 'sh')], {
      env: shell.env,
      cwd: projectFolder(),
    }).ended
    expect(byCurl.stdout).toContain('"personidentifikator"')
    expect(byCurl.stdout).toMatch(/HTTP\/1\.1 429 [\s\S]*retry-after: 30/i)
  })

  test('leaves the file of another one that runs alone, and takes the place of one that was killed', async () => {
    const first = readFileSync(sandboxFile, 'utf8')
    const port = String(await freePorts())
    const second = await krr(['sandbox', '--port', port], workspace.in({}))
    expect([second.code, second.stderr]).toEqual([
      2,
      expect.stringMatching(/^a sandbox runs already at https:\S+, .+ KRR_STATE_DIR .+\n$/),
    ])
    expect(readFileSync(sandboxFile, 'utf8')).toBe(first)
    sandbox.child.kill('SIGKILL')
    await sandbox.ended
    sandbox = await start()
    expect(readFileSync(sandboxFile, 'utf8')).not.toBe(first)
  })

  test('ends with Ctrl-C, and its client, its CA and its servers with it', async () => {
    const { issuer } = described()
    expect(existsSync(caFile)).toBe(true)
    const { code, stdout } = await stop()
    expect(code).toBe(0)
    expect(stdout).toContain('The sandbox has stopped.')
    expect([existsSync(sandboxFile), existsSync(caFile)]).toEqual([false, false])
    await expect(fetch(issuer)).rejects.toThrow()
  })
})

/** The first block in this language below a heading of docs/sandbox.md. */
const recipe = (heading: string, language: string): string => {
  const page = readFileSync(join(projectFolder(), 'docs', 'sandbox.md'), 'utf8')
  const [, section = ''] = page.split(`\n### ${heading}\n`)
  const [, block = ''] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(section) ?? []
  return block
}

const isInstalled = (program: string): Promise<boolean> =>
  promisify(execFile)(program, ['--version']).then(
    () => true,
    () => false,
  )

/** Where curl is installed: not every machine has it. */
const expectByCurl = async (accessToken: string): Promise<void> => {
  const { apiUrl } = described()
  const args = ['-sS', '--cacert', caFile, '-H', `Authorization: Bearer ${accessToken}`, apiUrl]
  const answer = await promisify(execFile)('curl', args).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (answer === undefined) return
  expect(JSON.parse(answer.stdout)).toHaveProperty('personidentifikator')
}
