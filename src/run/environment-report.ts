import { krrScopes } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import { buildReport } from '../report/build.ts'
import type {
  ConformanceReport,
  Expiry,
  Observation,
  PictureCell,
  RegisterReport,
} from '../report/model.ts'
import { rules } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'
import { clientSecretExpiry } from './client-secret-expiry.ts'
import type { Connection } from './connection.ts'
import { type Ending, endingWords } from './ending.ts'
import { requestBudget } from './request-budget.ts'

/** What the suites found of one rule at one place. */
export interface RuleObservation {
  readonly ruleId: RuleId
  readonly observation: Observation
}

/** What was seen of one environment in a run, as it comes in. */
export interface Seen {
  readonly exchanges: RecordedExchange[]
  readonly picture: PictureCell[]
  readonly expiries: Expiry[]
  /** Ids of the exchanges in which the environment's OpenAPI document came. */
  readonly documents: Set<string>
  /** What was changed and cannot be put back, in words. */
  readonly lasting: Set<string>
  /** What somebody else changed meanwhile beside the language, in words. */
  readonly others: Set<string>
}

/** What is known of the whole run when it is over. */
export type RunFacts = Pick<
  ConformanceReport['run'],
  'id' | 'startedAt' | 'selection' | 'harnessVersion' | 'ruleSet' | 'loginMadeAt'
> & {
  /** Why it ended before everything was judged. */
  readonly ending?: Ending
  readonly contract: ConformanceReport['contract']
  readonly harness: NonNullable<ConformanceReport['harness']>
}

/** The report of one environment, made of all that was seen there. */
export const makeReport = (parts: {
  readonly connection: Connection
  readonly seen: Omit<Seen, 'lasting'>
  readonly register: RegisterReport
  readonly observations: readonly RuleObservation[]
  readonly facts: RunFacts
  /** How many of the exchanges another process made before the run. */
  readonly madeBefore: number
  readonly flakesBefore?: ConformanceReport['flakesBefore']
}): ConformanceReport => {
  const { connection, seen, register, observations, facts, madeBefore, flakesBefore } = parts
  const { exchanges } = seen
  const { name, apiUrl, issuer, allowWrite, scopes } = connection.environment
  const isWhole = scopes.length === krrScopes.length
  const { contract, harness, ending, ...run } = facts
  const finishedAt = new Date()
  return buildReport({
    target: { environment: name, apiUrl, issuer, ...(isWhole ? {} : { scopes }) },
    run: {
      ...run,
      mayWrite: allowWrite,
      // What was ended before all was judged never takes the place of a whole run.
      ...(ending === undefined
        ? {}
        : { selection: 'partial' as const, interrupted: true as const }),
      finishedAt: finishedAt.toISOString(),
      durationMs: finishedAt.getTime() - Date.parse(run.startedAt),
      requests: exchanges.length - madeBefore,
      requestBudget: { limit: requestBudget, sent: connection.pace.sent },
      logins: connection.session.formLogins,
    },
    contract,
    harness,
    register,
    trouble: [
      ...(ending === undefined ? [] : [endingWords(ending)]),
      ...(register.trouble === undefined ? [] : [register.trouble]),
      ...seen.others,
    ],
    rules,
    observations,
    picture: seen.picture,
    documents: seen.documents,
    expiries: [...seen.expiries, ...clientSecretExpiry(connection.environment)],
    exchanges,
    ...(flakesBefore === undefined ? {} : { flakesBefore }),
  })
}
