import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Injections } from '../../reference/seams.ts'
import { openJournal } from '../../run/journal.ts'
import { type Ended, endProcesses, krr, startKrr, startPlainVitest } from './krr-process.fixture.ts'
import { type OwnEnvironment, startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'

const workspace = openWorkspace()
let mine: OwnEnvironment

beforeAll(async () => {
  mine = await startOwnEnvironment({ workspace })
})
beforeEach(() => {
  mine.seed({})
  mine.unsafe.length = 0
})
afterEach(() => endProcesses())
afterAll(async () => {
  await mine.reference.stop()
  workspace.remove()
})

const onMine = (further = {}) => workspace.in({ KRR_ENV: 'mine', ...mine.settings(further) })
const language = () => mine.register.record?.spraak

const byCommandLine = () => startKrr(['test', '-t', 'KRR-PATCH'], onMine())
const byPlainVitest = () => startPlainVitest(['-t', 'KRR-PATCH'], onMine())

/** Runs the writing rules and sends the signal once so many are answered and the language is not the one it was. */
const interruptedBy = async (
  signal: NodeJS.Signals,
  further: Injections = {},
  { afterWrites = 2, isDue = () => language() !== 'nb', start = byCommandLine } = {},
): Promise<{ readonly end: Ended; readonly elapsedMs: number }> => {
  let sentAt = 0
  const run = start()
  mine.seed({
    ...further,
    response(response, context) {
      if (sentAt === 0 && mine.unsafe.length >= afterWrites && isDue()) {
        sentAt = Date.now()
        run.child.kill(signal)
      }
      return further.response?.(response, context) ?? response
    },
  })
  const end = await run.ended
  mine.seed({})
  return { end, elapsedMs: Date.now() - sentAt }
}

describe('a run whose token is lost while it writes', { timeout: 120_000 }, () => {
  /** Once a language was changed, no token that was issued before is good any more. */
  const losingTokens = (): Injections => {
    const known = new Set<string>()
    let isLost = false
    return {
      authentication(authentication) {
        isLost ||= language() !== undefined && language() !== 'nb'
        if (authentication.kind !== 'accepted' || !isLost) return authentication
        return known.has(String(authentication.claims['jti']))
          ? { kind: 'refused', reason: 'revoked' }
          : authentication
      },
      accessTokenClaims(claims) {
        if (!isLost) known.add(String(claims['jti']))
        return claims
      },
    }
  }
  test('logs in again to put the language back, and nothing is held against the environment', async () => {
    mine.seed(losingTokens())
    const { code, stdout } = await krr(['test', '-t', 'KRR-PATCH-0(01|14)'], onMine())
    expect([code, language()], stdout).toEqual([3, 'nb'])
    const { rules, register } = workspace.report('mine/partial')
    expect(rules.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    expect(register).toEqual({ found: 'nb', left: 'nb', restored: true })
    expect(workspace.journal('mine')).toBeUndefined()
  })

  test('does so in time where it is interrupted, too', async () => {
    const { end, elapsedMs } = await interruptedBy('SIGTERM', losingTokens(), { afterWrites: 1 })
    expect([end.code, language()], end.stdout).toEqual([3, 'nb'])
    expect(elapsedMs).toBeLessThan(7_000)
    expect(workspace.journal('mine')).toBeUndefined()
  })
})

describe('a run that is ended while it writes', { timeout: 120_000 }, () => {
  test.each(['SIGUSR2', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s puts the language back within 7 seconds and reports',
    async (signal) => {
      const { end, elapsedMs } = await interruptedBy(signal)
      expect(language()).toBe('nb')
      expect(elapsedMs).toBeLessThan(7_000)
      expect(end.code).toBe(3)
      expect(end.stderr).toContain('interrupted')
      expect(workspace.journal('mine')).toBeUndefined()
      const { register, rules } = workspace.report('mine/partial')
      expect(register).toEqual({ found: 'nb', left: 'nb', restored: true })
      expect(rules.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    },
  )

  test.each(['SIGINT', 'SIGQUIT'] as const)(
    'by %s puts the language back under plain vitest too, and reports',
    async (signal) => {
      const { end, elapsedMs } = await interruptedBy(signal, {}, { start: byPlainVitest })
      expect([end.code, language()], end.stdout + end.stderr).toEqual([3, 'nb'])
      expect(elapsedMs).toBeLessThan(7_000)
      expect(workspace.journal('mine')).toBeUndefined()
      expect(workspace.report('mine/partial').register).toMatchObject({ restored: true })
      expect(end.stderr).toContain('interrupted')
    },
  )

  test('by SIGINT on a slow register awaits its last write, begins no other and is in time', async () => {
    let begun = 0
    const { end, elapsedMs } = await interruptedBy('SIGINT', {
      patchDecision: async (decision) => {
        begun += 1
        await wait(700)
        return decision
      },
    })
    expect(end.code).toBe(3)
    await expect.poll(() => mine.unsafe.length).toBe(begun)
    expect(language()).toBe('nb')
    expect(elapsedMs).toBeLessThan(7_000)
    // Two before the signal, at most one under way, one that puts the language back.
    expect(begun).toBeLessThanOrEqual(4)
  })

  test('by a crash of the thread that judges puts the language back, and says that the harness broke', async () => {
    // Loaded into every thread: one that is not the first ends as soon as the file is there.
    const signal = join(workspace.folder, 'crash')
    const crash = workspace.write(
      'crash.mjs',
      `import { existsSync } from 'node:fs'
       import { isMainThread } from 'node:worker_threads'
       if (!isMainThread) setInterval(() => existsSync(${JSON.stringify(signal)}) && process.exit(1), 5).unref()`,
    )
    const { env, cwd } = onMine()
    const run = startKrr(['test', '-t', 'KRR-PATCH'], {
      env: { ...env, NODE_OPTIONS: `--import=${pathToFileURL(crash).href}` },
      cwd,
    })
    mine.seed({
      response(response) {
        if (mine.unsafe.length >= 2 && language() !== 'nb') workspace.write('crash', '')
        return response
      },
    })
    const { code, stdout, stderr } = await run.ended
    expect([code, language()], stdout + stderr).toEqual([4, 'nb'])
    expect(stderr).toContain('The harness broke')
    expect(workspace.journal('mine')).toBeUndefined()
  })

  test('by kill -9 leaves a journal, and the next run puts the language back first', async () => {
    const { end } = await interruptedBy('SIGKILL')
    expect(end.signal).toBe('SIGKILL')
    expect(language()).not.toBe('nb')
    expect(workspace.journal('mine')?.found).toBe('nb')
    const next = await krr(['test', '-t', 'KRR-PATCH-014'], onMine())
    expect([next.code, language()], next.stdout).toEqual([0, 'nb'])
    expect(workspace.report('mine/partial').register).toMatchObject({ found: 'nb', left: 'nb' })
    expect(workspace.journal('mine')).toBeUndefined()
  })

  test('by kill -9 among writes that must be refused, the journal says that any language may stand', async () => {
    const isDue = () => workspace.journal('mine')?.isUnsettled === true && language() !== 'nb'
    await interruptedBy('SIGKILL', {}, { isDue })
    expect(workspace.journal('mine')).toMatchObject({ found: 'nb', isUnsettled: true })
    mine.register.record = undefined
    const restored = await krr(['restore', '--env', 'mine'], onMine())
    expect([restored.code, language()]).toEqual([0, 'nb'])
    expect(workspace.journal('mine')).toBeUndefined()
  })

  test('by kill -9 is put right by krr restore', async () => {
    await interruptedBy('SIGKILL')
    expect(language()).not.toBe('nb')
    const restored = await krr(['restore', '--env', 'mine'], onMine())
    expect(restored).toMatchObject({ code: 0, stdout: 'mine: the language is as it was found\n' })
    expect(language()).toBe('nb')
    const again = await krr(['restore', '--env', 'mine'], onMine())
    expect(again.stdout).toContain('no journal')
  })

  test('by kill -9 is not put right by who may not write: that one says so, with exit code 5', async () => {
    await interruptedBy('SIGKILL')
    mine.unsafe.length = 0
    const reading = await krr(['test', '--no-write', '-t', 'KRR-JWS-003'], onMine())
    expect(reading.code, reading.stdout).toBe(5)
    expect(workspace.report('mine/partial').register).toEqual({
      found: 'nb',
      restored: false,
      trouble:
        'the language that an earlier run left changed is not put back: --no-write is on the command line, or KRR_NO_WRITE is true; npm run krr -- restore --env mine does it',
    })
    const refused = await krr(['restore', '--env', 'mine'], onMine({ ALLOW_WRITE: 'false' }))
    expect(refused.code).toBe(5)
    expect(refused.stderr).toContain(
      'mine: the language is not put back: KRR_MINE_ALLOW_WRITE is not',
    )
    expect([mine.unsafe, workspace.journal('mine')?.found]).toEqual([[], 'nb'])
    expect((await krr(['restore', '--env', 'mine'], onMine())).code).toBe(0)
    expect(language()).toBe('nb')
  })

  test('by kill -9, with another test user whose number shares the journal’s name, is not written to this one', async () => {
    const { pid } = mine.reference.people.MAIN
    const journal = openJournal(workspace.stateDir, { name: 'mine', pid })
    const left = { found: 'se', written: ['nb'], isUnsettled: false }
    const anothers = {
      environment: 'mine',
      runId: 'r-1',
      person: '',
      owner: 'f'.repeat(32),
      ...left,
    }
    journal.write(anothers)
    const restored = await krr(['restore', '--env', 'mine'], onMine())
    expect([restored.code, restored.stderr]).toEqual([
      5,
      expect.stringMatching(/it is another test user's.*with KRR_MINE_PID as in run r-1/),
    ])
    const next = await krr(['test', '-t', 'KRR-PATCH-001'], onMine())
    expect([next.code, mine.unsafe], next.stdout).toEqual([5, []])
    expect(journal.read()).toEqual(anothers)
    journal.remove()
  })

  test('by kill -9 does not undo what somebody else has changed since, and says so', async () => {
    await interruptedBy('SIGKILL')
    const { pid } = mine.reference.people.MAIN
    mine.seed({
      personDocument: (document, { complete }) =>
        complete['personidentifikator'] === pid ? { ...document, spraak: 'fr' } : document,
    })
    mine.unsafe.length = 0
    const { code, stderr } = await krr(['restore', '--env', 'mine'], onMine())
    expect([code, mine.unsafe]).toEqual([0, []])
    expect(stderr).toContain('somebody else changed it meanwhile')
    expect(workspace.journal('mine')).toBeUndefined()
  })
})

describe('what is not written', { timeout: 120_000 }, () => {
  const withoutLanguage: Injections = {
    personDocument: ({ spraak, spraak_oppdatert, ...rest }) =>
      mine.unsafe.length === 0 ? rest : { ...rest, spraak, spraak_oppdatert },
  }

  test('a person without spraak, whose absence could not be put back', async () => {
    rmSync(join(workspace.stateDir, 'language-removal'), { recursive: true, force: true })
    mine.seed(withoutLanguage)
    const { code } = await krr(['test', '-t', 'KRR-PATCH-001'], onMine())
    expect(mine.unsafe).toEqual([])
    expect(code).toBe(3)
    const rule = workspace.report('mine/partial').rules.find(({ id }) => id === 'KRR-PATCH-001')
    expect(rule).toMatchObject({ verdict: 'not-exercised' })
    expect(rule?.reason).toContain('KRR_MINE_SPRAAK')
  })

  test('unless a home language says what to put back', async () => {
    mine.seed(withoutLanguage)
    const { code, stdout } = await krr(['test', '-t', 'KRR-PATCH-001'], onMine({ SPRAAK: 'nn' }))
    expect(code, stdout).toBe(0)
    expect(mine.unsafe.length).toBeGreaterThan(0)
    expect(language()).toBe('nn')
  })

  test('nor one without spraak, but where an earlier run saw an empty one remove it', async () => {
    const earlier = await krr(['test', '-t', 'KRR-PATCH-016'], onMine())
    expect(earlier.code, earlier.stdout).toBe(0)
    const found = language()
    mine.unsafe.length = 0
    mine.seed(withoutLanguage)
    const { code, stdout } = await krr(['test', '-t', 'KRR-PATCH-001'], onMine())
    expect(code, stdout).toBe(0)
    expect(stdout).toContain('The language is as it was found: unset.')
    expect(mine.unsafe.length).toBeGreaterThan(0)
    expect(language()).toBeUndefined()
    mine.seed({})
    const again = await krr(['test', '-t', 'KRR-PATCH-001'], onMine({ SPRAAK: found }))
    expect(again.code, again.stdout).toBe(0)
    expect(language()).toBe(found)
  })

  test('anything at all with --no-write', async () => {
    const { code, stdout } = await krr(['test', '--no-write'], onMine())
    expect(code, stdout).toBe(0)
    expect(mine.unsafe).toEqual([])
    const patching = workspace.report('mine').rules.filter(({ area }) => area === 'PATCH')
    expect(patching.length).toBeGreaterThan(0)
    expect(new Set(patching.map(({ verdict }) => verdict))).toEqual(new Set(['not-exercised']))
  })
})
