import { randomBytes } from 'node:crypto'
import { restoreCommand } from '../config/problem.ts'
import { loadSnapshot } from '../contract/snapshot.ts'
import { buildReport } from '../report/build.ts'
import { type ExitCode, exitCodes } from '../report/exit-code.ts'
import type { ConformanceReport, Observation, RegisterReport } from '../report/model.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'
import { ruleSetVersion } from '../rules/rule-set.ts'
import { concludeRun } from './conclude.ts'
import { openConnection } from './connection.ts'
import { type Ending, endingWords } from './ending.ts'
import { type EnvironmentFailure, environmentFailure, maskRegister } from './environment-report.ts'
import { openJournal } from './journal.ts'
import { openLock } from './lock.ts'
import { restoreLanguage } from './restore.ts'
import type { BegunRun, DeclaredPlace, HeldForRestore } from './supervised.ts'
import { harnessVersion } from './version.ts'

/** What is known of a run without asking its thread. */
export interface KnownRun {
  readonly begun: Map<string, BegunRun>
  readonly held: Map<string, HeldForRestore>
  /** Each place as JSON (`DeclaredPlace`), with what came of it; undefined: nothing yet. */
  readonly judged: Map<string, Observation['verdict'] | undefined>
}

/**
 * Ends a run whose own thread is gone: puts each language back with the token that it told of, or with a login, writes
 * a report of what it told, and gives the exit code.
 */
export const rescueRun = async (known: KnownRun, ending: Ending): Promise<ExitCode> => {
  const failures: EnvironmentFailure[] = []
  const reports = await Promise.all(
    [...known.begun.values()].map(async (begun): Promise<ConformanceReport | undefined> => {
      const { name } = begun.environment
      try {
        return await reportOf(begun, known, await registerOf(begun, known.held.get(name)), ending)
      } catch (error) {
        failures.push(environmentFailure(name, error))
        return undefined
      }
    }),
  )
  const [first] = known.begun.values()
  const broken = ending.kind === 'broken' ? ending.what : undefined
  const { stdout, stderr } = process
  if (first === undefined) {
    stderr.write(`No environment had begun, and nothing was asked: ${endingWords(ending)}.\n`)
    return broken === undefined ? exitCodes.inconclusive : exitCodes.broken
  }
  return concludeRun(
    { reports: reports.filter((report) => report !== undefined), failures, broken, ending },
    { settings: first.settings, environments: [], warnings: [], given: () => [] },
    {
      out: (line) => void stdout.write(`${line}\n`),
      err: (line) => void stderr.write(`${line}\n`),
      columns: stdout.columns ?? 80,
    },
  )
}

/** Puts the language back where this run left a journal. */
const registerOf = async (
  { environment, settings, runId, isEmbedded }: BegunRun,
  held: HeldForRestore | undefined,
): Promise<RegisterReport> => {
  const journal = openJournal(settings.stateDir, environment)
  const lock = openLock(settings.stateDir, environment)
  try {
    const entry = environment.allowWrite ? journal.read() : undefined
    if (entry === undefined) return {}
    const { found } = entry
    if (isEmbedded) {
      // The register went with the thread: there is nothing to put back, and nobody to ask.
      journal.remove()
      return {}
    }
    const command = restoreCommand(environment.name, environment.production)
    if (entry.runId !== runId) {
      const trouble = `the language that an earlier run left changed is not put back: ${command} does it`
      return { found, restored: false, trouble }
    }
    const pseudonymKey = new Uint8Array(randomBytes(32))
    const connection = openConnection({ environment, settings, pseudonymKey })
    const { session } = connection
    const register = await restoreLanguage({
      journal,
      api: connection.api,
      environment,
      command,
      session: {
        tokens: async (persona, scopes) =>
          held === undefined || persona !== 'MAIN'
            ? session.tokens(persona, scopes)
            : { ...unused, ...held },
        tokensAnew: session.tokensAnew,
        get mainPid() {
          return held?.pid ?? session.mainPid
        },
      },
    })
    connection.close().catch(() => {})
    return maskRegister(register, connection.masker)
  } finally {
    const holder = lock.read()?.holder
    if (holder?.runId === runId) lock.release(holder)
  }
}

/** What putting a language back does not ask of a token. */
const unused = {
  idToken: '',
  refreshToken: undefined,
  expiresAt: 0,
  goodUntil: 0,
  granted: [],
} as const

const reportOf = async (
  { environment, runId, startedAt }: BegunRun,
  { judged }: KnownRun,
  register: RegisterReport,
  ending: Ending,
): Promise<ConformanceReport> => {
  const { name, apiUrl, issuer } = environment
  const { source, sha256 } = await loadSnapshot()
  const finishedAt = new Date()
  const interrupted = endingWords(ending)
  return buildReport({
    target: { environment: name, apiUrl, issuer },
    run: {
      id: runId,
      startedAt,
      finishedAt: finishedAt.toISOString(),
      durationMs: finishedAt.getTime() - Date.parse(startedAt),
      selection: 'partial',
      mayWrite: environment.allowWrite,
      interrupted: true,
      requests: 0,
      logins: 0,
      harnessVersion,
      ruleSet: ruleSetVersion,
    },
    contract: { source, sha256 },
    register,
    trouble: [
      `${interrupted}: its exchanges and findings are lost`,
      ...(register.trouble === undefined ? [] : [register.trouble]),
    ],
    rules,
    observations: [...judged].flatMap(([text, verdict]) => {
      const { target, ruleId, where } = JSON.parse(text) as DeclaredPlace
      if (target !== name) return []
      const reason = verdict === undefined ? `nothing came of it: ${interrupted}` : lostReason
      const observation = {
        where,
        verdict: verdict ?? 'inconclusive',
        reason,
        findings: [],
        evidence: [],
      } as const
      return [{ ruleId: ruleId as RuleId, observation }]
    }),
    exchanges: [],
  })
}

const lostReason = 'the findings and exchanges of this run are lost'
