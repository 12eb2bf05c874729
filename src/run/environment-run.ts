import { setTimeout as wait } from 'node:timers/promises'
import { restoreCommand } from '../config/problem.ts'
import type { SharedPace } from '../evidence/pace.ts'
import { budgetSpent } from '../evidence/recorder.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { failedBefore, flakesBefore } from '../report/history/history.ts'
import type { ConformanceReport, RegisterReport } from '../report/model.ts'
import { type ConnectionOptions, openConnection, strangersTo } from './connection.ts'
import { endsWithin } from './ending.ts'
import {
  makeReport,
  maskRegister,
  maskReport,
  type RuleObservation,
  type RunFacts,
  type Seen,
} from './environment-report.ts'
import { createRunClock } from './expiry.ts'
import { JournalError, openJournal, ownerOf } from './journal.ts'
import { journalledWrites } from './journalled-writes.ts'
import { openLanguageRemoval } from './language-removal.ts'
import type { Turn } from './lock.ts'
import { logInAhead } from './log-in-beforehand.ts'
import { paceOf } from './request-budget.ts'
import { leftBehind, restoreLanguage } from './restore.ts'
import { asksTheProvider, callNamed, callsOf, toldWhenInterrupted } from './served-calls.ts'
import { openSigningKeys } from './signing-keys.ts'
import { tellSupervisor } from './supervised.ts'
import type { Target } from './target.ts'
import { userAgent } from './version.ts'

/** One environment's part of a run in the main process: sessions, journal, evidence, and its report. */
export interface EnvironmentRun {
  readonly target: Target
  /** Answers one call of the suites. */
  serve(method: string, args: readonly unknown[]): Promise<unknown>
  /** Begins nothing more and puts the language back at once, whatever the suites still wait for. */
  interrupt(): void
  /** Puts the language back where a journal is left, and makes the report. It does not throw. */
  finish(observations: readonly RuleObservation[], facts: RunFacts): Promise<ConformanceReport>
  close(): Promise<void>
}

export interface EnvironmentRunOptions extends ConnectionOptions {
  readonly runId: string
  /** Whether all rules will be judged: then the logins that they need begin at once. */
  readonly isFull: boolean
  /** The one finding that is judged anew. */
  readonly only?: string | undefined
  /** Ended as soon as nothing more is written; undefined where nothing may be. */
  readonly turn: Turn | undefined
}

/** Begins one environment's run. A language that an earlier run left changed is put back first. */
export const beginEnvironmentRun = (options: EnvironmentRunOptions): EnvironmentRun => {
  const { environment, settings, turn } = options
  const pace = paceOf(environment)
  const connection = openConnection({ ...options, pace })
  const { session, masker, api } = connection
  const journal = openJournal(settings.stateDir, environment)
  const signingKeys = openSigningKeys(settings.stateDir, environment)
  const seen: Seen = {
    exchanges: [],
    picture: [],
    documents: new Set(),
    expiries: [],
    lasting: new Set(),
    others: new Set(),
  }
  const writes = journalledWrites(journal, {
    environment: environment.name,
    runId: options.runId,
    owner: ownerOf(environment),
    // An operator is known once they have logged in, which is before anything is written.
    get person() {
      return masker.pseudonym('pid', session.mainPid ?? '')
    },
  })
  const notTheirs = strangersTo(connection, settings)
  for (const line of journal.others()) options.onProgress?.(line)
  const command = restoreCommand(environment.name, environment.production)
  const restoring = { environment, journal, session, api, command }
  const leftover = leftBehind({ ...restoring, settings, notTheirs })

  tellSupervisor({
    kind: 'begun',
    run: {
      environment,
      settings,
      runId: options.runId,
      startedAt: new Date().toISOString(),
      isEmbedded: options.expiry !== undefined,
    },
  })

  const clock = createRunClock(options.expiry?.letTimePass)

  if (options.isFull) void logInAhead(connection)

  const isReplay = options.only !== undefined
  const removal = openLanguageRemoval(settings.stateDir, environment)
  const calls = callsOf({
    ...seen,
    connection,
    writes,
    leftover,
    clock,
    signingKeys,
    isReplay,
    removal,
  })

  let isInterrupted = false
  let settling: Promise<RegisterReport> | undefined
  const putBack = async (): Promise<RegisterReport> => {
    const [early, isQuiet] = await Promise.all([leftover, writes.stop()])
    try {
      const entry = environment.allowWrite ? journal.read() : undefined
      if (entry === undefined) {
        return early !== undefined && writes.register.found === undefined ? early : writes.register
      }
      const isOwn = entry.runId === options.runId
      const register = await restoreLanguage({
        ...restoring,
        notTheirs: isOwn ? undefined : notTheirs,
      })
      // A write without an answer may still arrive: the next run looks again.
      if (!isQuiet) journal.write(entry)
      // Somebody else's language that was given way to stays said.
      const isSaid = register.restored === true && writes.register.trouble !== undefined
      return isSaid ? writes.register : register
    } catch (error) {
      if (!(error instanceof JournalError)) throw error
      return { ...writes.register, restored: false, trouble: error.message }
    }
  }
  const settle = (): Promise<RegisterReport> => {
    settling ??= putBack()
    return settling
  }
  let outOfTime: Promise<undefined> | undefined
  /** An interrupted run has to end: what is not back by then is put back by the next one. */
  const settledInTime = async (): Promise<RegisterReport> => {
    const register = await Promise.race([settle(), ...(outOfTime ? [outOfTime] : [])])
    if (register !== undefined) return register
    const found = journal.read()?.found
    if (found === undefined) return {}
    const trouble = `the run was interrupted, and the language could not be put back in time: ${command} does it`
    return { found, restored: false, trouble }
  }

  return {
    target: targetOf(options, pace),
    serve: async (method, args) => {
      const call = callNamed(calls, method)
      if (isInterrupted && !toldWhenInterrupted.has(method))
        throw new EvidenceUnavailableError('the run was interrupted')
      if (connection.pace.isSpent && asksTheProvider.has(method))
        throw budgetSpent(connection.pace.sent)
      return call(...args).catch(asUnwritten)
    },
    interrupt() {
      isInterrupted = true
      clock.stop()
      session.interrupt()
      outOfTime = wait(endsWithin.restored, undefined, { ref: false })
      settle().catch(() => {})
    },
    async finish(observations, facts) {
      let register = await settledInTime().finally(() => turn?.end())
      if (seen.lasting.size > 0) {
        register = { ...register, restored: false, lasting: [...seen.lasting].join('; ') }
      }
      register = maskRegister(register, masker)
      await Promise.race([session.relinquish(), ...(outOfTime ? [outOfTime] : [])])
      const [flakes, failed] = await Promise.all([
        flakesBefore(settings.reportDir, environment.name),
        failedBefore(settings.reportDir, {
          environment: environment.name,
          apiUrl: environment.apiUrl,
        }),
      ])
      const report = makeReport({
        connection,
        seen: { ...seen, exchanges: [...connection.recorded, ...seen.exchanges] },
        register,
        observations,
        madeBefore: options.kept?.exchanges.length ?? 0,
        facts: { ...facts, ...(options.kept ? { loginMadeAt: options.kept.madeAt } : {}) },
        before: {
          ...(flakes === undefined ? {} : { flakesBefore: flakes }),
          ...(failed === undefined ? {} : { failedBefore: failed }),
        },
      })
      return maskReport(report, masker)
    },
    close: async () => {
      await session.relinquish()
      turn?.end()
      await connection.close()
    },
  }
}

/** Without a journal nothing is written: that is no fault of the harness, nor of the environment. */
const asUnwritten = (error: unknown): never => {
  if (!(error instanceof JournalError)) throw error
  throw new EvidenceUnavailableError(`no write: ${error.message}`)
}

const targetOf = (
  { environment, settings, pseudonymKey, only }: EnvironmentRunOptions,
  pace: SharedPace,
): Target => ({
  environment,
  pseudonymKey,
  pace,
  userAgent: userAgent(settings.contact),
  httpsProxy: settings.httpsProxy,
  noProxy: settings.noProxy,
  only,
})
