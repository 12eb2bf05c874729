import { basename } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { userScopes } from '../../config/environment.ts'
import { loadConfiguration } from '../../config/load.ts'
import { contentJson } from '../../evidence/exchange.ts'
import { stringAt } from '../../evidence/json.ts'
import type { Handling, Way } from '../../reference/front.fixture.ts'
import { createShared } from '../../reference/start.ts'
import { type Connection, openConnection } from '../../run/connection.ts'
import { type Journal, openJournal } from '../../run/journal.ts'
import { restoreLanguage } from '../../run/restore.ts'
import { type FaultyEnvironment, startFaulty } from './faulty-environment.fixture.ts'
import { endProcesses, krr, startKrr } from './krr-process.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let faulty: FaultyEnvironment
let journal: Journal
/** What happens to a GET on its way; PATCH passes. */
let onGet: Handling = ({ pass }) => pass()

const json = 'application/json'
const with200 =
  (text: string, type: string | undefined = json): Handling =>
  ({ request, response }) => {
    request.resume()
    response.writeHead(200, type === undefined ? {} : { 'Content-Type': type }).end(text)
  }
const withStatus =
  (status: number, fields = {}): Handling =>
  ({ request, response }) => {
    request.resume()
    response.writeHead(status, { 'Content-Type': json, ...fields }).end(status === 204 ? '' : '{}')
  }
const cut: Handling = ({ request, socket }) => {
  request.resume()
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${json}\r\nContent-Length: 900\r\n\r\n`
  socket.write(`${head}{"spraak":"nb",`, () => socket.end())
}

/** What may come in the place of the person. None of it says what stands in the register. */
const kinds: Readonly<Record<string, Handling>> = {
  'a page in HTML': with200('<!doctype html><title>Vedlikehold</title>', 'text/html'),
  'a page in HTML that is called JSON': with200('<!doctype html><title>Vedlikehold</title>'),
  nothing: with200('', undefined),
  '{}': with200('{}'),
  '[]': with200('[]'),
  null: with200('null'),
  'an error with status 200': with200('{"error":"unavailable","spraak":null}'),
  'half a document': with200('{"personidentifikator":"20914695016","spraak":"nb"'),
  'a language that is no text': with200('{"personidentifikator":"20914695016","spraak":["nb"]}'),
  "another person's, with the language found": with200(
    '{"personidentifikator":"15819010029","status":"AKTIV","reservasjon":"NEI","spraak":"nb"}',
  ),
  "another person's, with another language": with200(
    '{"personidentifikator":"15819010029","status":"AKTIV","reservasjon":"NEI","spraak":"se"}',
  ),
  '204': withStatus(204),
  '302': withStatus(302, { Location: '/elsewhere' }),
  '304': withStatus(304),
  '401': withStatus(401),
  '403': withStatus(403),
  '404': withStatus(404),
  '429': withStatus(429, { 'Retry-After': '3600' }),
  '500': withStatus(500),
  '503': withStatus(503, { 'Retry-After': '3600' }),
  'a body that is cut off': cut,
  'a closed connection': ({ reset }) => reset(),
}

/** Which of the readings of a restore is answered so; the first is before the language is put back. */
const steps = { before: 1, after: 2 } as const

const environmentOf = () => {
  const env = { ...workspace.in({}).env, KRR_ENV: 'mine', ...faulty.settings() }
  const { environments, settings } = loadConfiguration({ argv: {}, env, cwd: workspace.folder })
  const [configured] = environments
  if (configured?.kind !== 'ready') throw new Error(JSON.stringify(configured))
  return { environment: configured.environment, settings }
}
const language = () => faulty.own.register.record?.spraak
const inWorkspace = () => workspace.in({ KRR_ENV: 'mine', ...faulty.settings() })

beforeAll(async () => {
  faulty = await startFaulty({
    workspace,
    name: 'mine',
    shared: await createShared(),
    fault: {
      title: 'answers of another kind',
      says: [],
      api: (way: Way) => (way.request.method === 'GET' ? onGet(way) : way.pass()),
    },
  })
  journal = openJournal(workspace.stateDir, {
    name: 'mine',
    pid: faulty.own.reference.people.MAIN.pid,
  })
})
beforeEach(() => {
  onGet = ({ pass }) => pass()
})
afterEach(() => endProcesses())
afterAll(async () => {
  await faulty.stop()
  workspace.remove()
})

describe('a restore whose reading is answered by what is no reading of the person', {
  timeout: 60_000,
}, () => {
  let connection: Connection
  let close = async () => {}
  const restore = () =>
    restoreLanguage({
      environment: connection.environment,
      journal,
      session: connection.session,
      api: connection.api,
      command: 'krr restore',
    })
  /** Leaves the language as a run does that is killed. */
  const leaveChanged = async () => {
    journal.write({
      environment: 'mine',
      runId: 'r-1',
      person: '',
      found: 'nb',
      written: ['en'],
      isUnsettled: false,
    })
    const { accessToken } = await connection.session.tokens('MAIN', [
      'krr:user/kontaktinformasjon.read',
      'krr:user/digitalpost.read',
      'krr:user/spraak.write',
    ])
    await connection.api.patchPerson({
      label: 'PATCH',
      authorization: `Bearer ${accessToken}`,
      contentType: json,
      content: Buffer.from('{"spraak":"en"}'),
    })
    expect(language()).toBe('en')
  }

  beforeEach(() => {
    const { environment, settings } = environmentOf()
    connection = openConnection({
      environment,
      settings,
      pseudonymKey: new Uint8Array(32),
    })
    close = connection.close
  })
  afterEach(() => close())

  test.each(
    Object.keys(kinds).flatMap((kind) =>
      (Object.keys(steps) as (keyof typeof steps)[]).map((step) => [kind, step] as const),
    ),
  )('%s, %s: the journal is kept, and the next one restores', async (kind, step) => {
    await leaveChanged()
    let read = 0
    onGet = (way) => {
      read += 1
      const isIt = step === 'before' ? read >= steps.before : read >= steps.after
      return (isIt ? kinds[kind] : undefined)?.(way) ?? (isIt ? undefined : way.pass())
    }
    const register = await restore()
    expect(register, kind).toMatchObject({ found: 'nb', restored: false })
    expect(register.trouble).toMatch(
      /the journal is kept: .* the next run or krr restore puts it back/,
    )
    expect(journal.read(), kind).toMatchObject({ found: 'nb' })
    // Nothing is written where it is not known what stands there.
    expect(language()).toBe(step === 'before' ? 'en' : 'nb')
    onGet = ({ pass }) => pass()
    await close()
    const { environment, settings } = environmentOf()
    connection = openConnection({ environment, settings, pseudonymKey: new Uint8Array(32) })
    close = connection.close
    expect(await restore(), kind).toEqual({ found: 'nb', left: 'nb', restored: true })
    expect([language(), journal.read()], kind).toEqual(['nb', undefined])
  })

  test.each([401, 403, 500])(
    'a token that is refused with %d is replaced by a login of its own',
    async (status) => {
      await leaveChanged()
      let old: string | undefined
      onGet = (way) => {
        const { authorization } = way.request.headers
        old ??= authorization
        if (authorization === old) withStatus(status)(way)
        else way.pass()
      }
      expect(await restore()).toEqual({ found: 'nb', left: 'nb', restored: true })
      expect([language(), journal.read()]).toEqual(['nb', undefined])
    },
  )

  describe('another test user, whom a server may have changed', () => {
    const scopes = userScopes
    const asBearer = async () => {
      const { accessToken } = await connection.session.tokens('NO_MAILBOX', scopes)
      return `Bearer ${accessToken}`
    }
    const theirs = async () => {
      const authorization = await asBearer()
      const { response } = await connection.api.getPerson({
        label: 'GET',
        authorization,
        accept: json,
      })
      return stringAt(contentJson(response), 'spraak')
    }
    const change = async (spraak: string) => {
      const content = Buffer.from(JSON.stringify({ spraak }))
      const authorization = await asBearer()
      await connection.api.patchPerson({
        label: 'PATCH',
        authorization,
        contentType: json,
        content,
      })
    }

    test.each([
      ['a language that was written', 'en', ['en', 'NN'], true],
      ['the same in small letters', 'nn', ['en', 'NN'], true],
      ['one that was not written', 'se', ['en', 'NN'], false],
      ['any, where the journal is of an earlier harness', 'se', undefined, true],
    ] as const)('%s', async (_, stands, written, isPutBack) => {
      const main = { runId: 'r-1', person: '', found: 'nb', written: [], isUnsettled: false }
      const beside = [{ persona: 'NO_MAILBOX', found: 'nb', written }] as const
      await change(stands)
      journal.write({ ...main, environment: 'mine', beside })
      const register = await restore()
      expect([await theirs(), journal.read()]).toEqual([isPutBack ? 'nb' : stands, undefined])
      expect(register).toMatchObject(
        isPutBack
          ? { restored: true }
          : {
              restored: false,
              trouble:
                'the language of NO_MAILBOX is not the one that was found, and run r-1 wrote it to nobody: somebody else changed it meanwhile: left as it is',
            },
      )
    })
  })
})

/** `KRR_KILL_AT=all`: whole processes meet each kind of answer, which takes some minutes. */
const inWhole = (some: readonly string[]): readonly string[] =>
  process.env['KRR_KILL_AT'] === undefined ? some : Object.keys(kinds)

describe('whole runs and krr restore', { timeout: 200_000 }, () => {
  test.each(inWhole(['a page in HTML', "another person's, with another language"]))(
    'after kill -9, %s: exit code 5 with what to do, and the next call restores',
    async (kind) => {
      const run = startKrr(['test', '-t', 'KRR-PATCH-014'], inWorkspace())
      onGet = (way) => {
        if (language() !== undefined && language() !== 'nb') run.child.kill('SIGKILL')
        way.pass()
      }
      expect((await run.ended).signal).toBe('SIGKILL')
      expect(journal.read()).toMatchObject({ found: 'nb' })
      onGet = kinds[kind] as Handling
      const failed = await krr(['restore', '--env', 'mine'], inWorkspace())
      expect([failed.code, failed.stderr]).toEqual([
        5,
        expect.stringContaining('npm run krr -- restore --env mine puts it back'),
      ])
      expect(journal.read()).toMatchObject({ found: 'nb' })
      onGet = ({ pass }) => pass()
      expect((await krr(['restore', '--env', 'mine'], inWorkspace())).code).toBe(0)
      expect([language(), journal.read()]).toEqual(['nb', undefined])
    },
  )

  test.each(inWhole(['{}', "another person's, with the language found"]))(
    'a run at whose end %s comes: exit code 5, and the next run restores',
    async (kind) => {
      let isChanged = false
      onGet = (way) => {
        isChanged ||= language() !== undefined && language() !== 'nb'
        return isChanged ? kinds[kind]?.(way) : way.pass()
      }
      const { code, stdout } = await krr(['test', '-t', 'KRR-PATCH-014'], inWorkspace())
      expect([code, journal.read()?.found], stdout).toEqual([5, 'nb'])
      expect(workspace.report('mine/partial').register).toMatchObject({
        found: 'nb',
        restored: false,
      })
      onGet = ({ pass }) => pass()
      const next = await krr(['test', '-t', 'KRR-JWS-003'], inWorkspace())
      expect([next.code, language(), journal.read()], next.stdout).toEqual([0, 'nb', undefined])
    },
  )

  test('a journal that cannot be read is told of, and is no reason to call all well', async () => {
    workspace.write(`state/journal/${basename(journal.path)}`, '{"found":')
    const restored = await krr(['restore', '--env', 'mine'], inWorkspace())
    expect([restored.code, restored.stderr]).toEqual([5, expect.stringContaining('is damaged')])
    const run = await krr(['test', '-t', 'KRR-PATCH-001'], inWorkspace())
    expect(run.code, run.stdout).toBe(5)
    journal.remove()
  })
})
