import type { CodeMisuse } from '../evidence/login.ts'
import type { ValueKind } from '../evidence/masking/pseudonym.ts'
import type { SharedPace } from '../evidence/pace.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { buildReport } from '../report/build.ts'
import { flakesBefore } from '../report/history/history.ts'
import type {
  ConformanceReport,
  Expiry,
  Observation,
  PictureCell,
  RegisterReport,
} from '../report/model.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'
import {
  type Connection,
  type ConnectionOptions,
  openConnection,
  strangersTo,
} from './connection.ts'
import { createRunClock } from './expiry.ts'
import { openJournal } from './journal.ts'
import { journalledWrites } from './journalled-writes.ts'
import { leftBehind } from './left-behind.ts'
import { logInAhead } from './log-in-ahead.ts'
import { maskReport } from './mask-report.ts'
import { paceOf, requestBudget } from './request-budget.ts'
import { restoreLanguage } from './restore.ts'
import { openSigningKeys } from './signing-keys.ts'
import type { Target } from './target.ts'
import type { Turn } from './turn.ts'
import { userAgent } from './version.ts'

/** What the suites found of one rule at one place. */
export interface RuleObservation {
  readonly ruleId: RuleId
  readonly observation: Observation
}

/** What is known of the whole run when it is over. */
export type RunFacts = Pick<
  ConformanceReport['run'],
  'id' | 'startedAt' | 'selection' | 'harnessVersion' | 'ruleSet' | 'loginMadeAt'
> & {
  readonly contract: ConformanceReport['contract']
  readonly harness: NonNullable<ConformanceReport['harness']>
}

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
  const exchanges: RecordedExchange[] = []
  const picture: PictureCell[] = []
  const expiries: Expiry[] = []
  const lasting = new Set<string>()
  const writes = journalledWrites(journal, {
    environment: environment.name,
    runId: options.runId,
    // An operator is known once they have logged in, which is before anything is written.
    get person() {
      return masker.pseudonym('pid', session.mainPid ?? '')
    },
  })
  const notTheirs = strangersTo(connection, settings)
  for (const line of journal.others()) options.onProgress?.(line)
  const leftover = leftBehind({ journal, environment, settings, session, api, notTheirs })

  const clock = createRunClock(options.expiry?.letTimePass)

  if (options.isFull) void logInAhead(connection)

  // Nobody reads the person while an earlier run's language is being put back.
  const calls: Readonly<Record<string, (...args: never[]) => Promise<unknown>>> = {
    provider: () => session.provider(),
    login: async (persona: Persona, scopes: readonly KrrScope[]) => {
      await leftover
      return session.login(persona, scopes)
    },
    tokens: async (persona: Persona, scopes: readonly KrrScope[]) => {
      await leftover
      return session.tokens(persona, scopes)
    },
    ownTokens: async (persona: Persona, scopes: readonly KrrScope[]) => {
      await leftover
      return session.ownTokens(persona, scopes)
    },
    tokensToExpire: () => session.tokensToExpire(),
    waitUntil: (time: number) => clock.waitUntil(time),
    silentAttempt: () => session.silentAttempt(),
    misuseCode: (misuse: CodeMisuse['misuse']) => session.misuseCode(misuse),
    revoke: (token: string) => session.revoke(token),
    journalBegin: async (found: string) => {
      if ((await leftover)?.restored === false) {
        throw new EvidenceUnavailableError(
          'no write: the language that an earlier run left changed could not be put back',
        )
      }
      if (session.mainPid === undefined) {
        throw new EvidenceUnavailableError(
          'no write: the ID token names nobody, so a journal could not say whose language is to be put back',
        )
      }
      writes.begin(found)
    },
    journalWrite: async (requested: string | undefined) => writes.write(requested),
    journalWritten: async () => writes.written(),
    journalSeen: async (language: string, isRequested: boolean) =>
      writes.seen(language, isRequested),
    journalGiveWay: async (language: string) => writes.giveWay(language),
    journalEnd: async (left: string) => writes.end(left),
    lastingChange: async (members: readonly string[]) => {
      const named = members.map((member) => masker.text(member)).join(', ')
      lasting.add(`a PATCH changed ${named}, which nothing can put back`)
    },
    signingKeys: async (keys: readonly string[]) => signingKeys.replace(keys, new Date()),
    pictured: async (cell: PictureCell) => void picture.push(cell),
    expires: async (expiry: Expiry) => void expiries.push(expiry),
    recorded: async (exchange: RecordedExchange) => void exchanges.push(exchange),
    learnt: async (kind: ValueKind, value: string) => masker.vault.learn(kind, value),
    flush: async () => {},
  }

  let isInterrupted = false
  let settling: Promise<RegisterReport> | undefined
  const putBack = async (): Promise<RegisterReport> => {
    const [early, isQuiet] = await Promise.all([leftover, writes.stop()])
    const entry = environment.allowWrite ? journal.read() : undefined
    if (entry === undefined) {
      return early !== undefined && writes.register.found === undefined ? early : writes.register
    }
    const isOwn = entry.runId === options.runId
    const register = await restoreLanguage({
      journal,
      session,
      api,
      notTheirs: isOwn ? undefined : notTheirs,
    })
    // A write without an answer may still arrive: the next run looks again.
    if (!isQuiet) journal.write(entry)
    return register
  }
  const settle = (): Promise<RegisterReport> => {
    settling ??= putBack()
    return settling
  }

  return {
    target: { ...targetOf(options, pace), waitsForPersonMs: session.waitsForPersonMs },
    serve: async (method, args) => {
      const call = Object.hasOwn(calls, method) ? calls[method] : undefined
      if (call === undefined) throw new UnknownCallError(method)
      if (isInterrupted && !toldWhenInterrupted.has(method))
        throw new EvidenceUnavailableError('the run was interrupted')
      if (connection.pace.isSpent && asksTheProvider.has(method)) {
        const { sent } = connection.pace
        throw new EvidenceUnavailableError(
          `the run has sent the ${sent} requests that it may send (the request budget)`,
        )
      }
      return call(...(args as never[]))
    },
    interrupt() {
      isInterrupted = true
      clock.stop()
      session.interrupt()
      void settle()
    },
    async finish(observations, facts) {
      let register = await settle().finally(() => turn?.end())
      if (lasting.size > 0) {
        register = { ...register, restored: false, trouble: [...lasting].join('; ') }
      }
      await session.relinquish()
      const all = [...connection.recorded, ...exchanges]
      const before = await flakesBefore(settings.reportDir, environment.name)
      const report = makeReport({
        connection,
        seen: { exchanges: all, picture, expiries },
        register,
        observations,
        facts: { ...facts, ...(options.kept ? { loginMadeAt: options.kept.madeAt } : {}) },
        ...(before === undefined ? {} : { flakesBefore: before }),
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

/** What the suites may not ask for any more once the budget is spent; what puts the language back goes on. */
const asksTheProvider: ReadonlySet<string> = new Set([
  'login',
  'tokens',
  'ownTokens',
  'tokensToExpire',
  'silentAttempt',
  'misuseCode',
  'revoke',
])

/** What is still heard after an interruption: what was exchanged, and how the last write ended. */
const toldWhenInterrupted: ReadonlySet<string> = new Set([
  'recorded',
  'learnt',
  'flush',
  'journalWritten',
  'lastingChange',
])

const targetOf = (
  { environment, settings, pseudonymKey, only }: EnvironmentRunOptions,
  pace: SharedPace,
): Omit<Target, 'waitsForPersonMs'> => ({
  environment,
  pseudonymKey,
  pace,
  userAgent: userAgent(settings.contact),
  httpsProxy: settings.httpsProxy,
  noProxy: settings.noProxy,
  only,
})

const makeReport = (parts: {
  readonly connection: Connection
  readonly seen: {
    readonly exchanges: readonly RecordedExchange[]
    readonly picture: readonly PictureCell[]
    readonly expiries: readonly Expiry[]
  }
  readonly register: RegisterReport
  readonly observations: readonly RuleObservation[]
  readonly facts: RunFacts
  readonly flakesBefore?: ConformanceReport['flakesBefore']
}): ConformanceReport => {
  const { connection, seen, register, observations, facts, flakesBefore } = parts
  const { exchanges } = seen
  const { name, apiUrl, issuer } = connection.environment
  const { contract, harness, ...run } = facts
  const finishedAt = new Date()
  return buildReport({
    target: { environment: name, apiUrl, issuer },
    run: {
      ...run,
      finishedAt: finishedAt.toISOString(),
      durationMs: finishedAt.getTime() - Date.parse(run.startedAt),
      requests: exchanges.length,
      requestBudget: { limit: requestBudget, sent: connection.pace.sent },
      logins: connection.session.formLogins,
    },
    contract,
    harness,
    register,
    trouble: register.trouble === undefined ? [] : [register.trouble],
    rules,
    observations,
    picture: seen.picture,
    expiries: seen.expiries,
    exchanges,
    ...(flakesBefore === undefined ? {} : { flakesBefore }),
  })
}

/** The suites called something that the main process does not serve. */
class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError'
  readonly code = 'UNKNOWN_CALL'
}
