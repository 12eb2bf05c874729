import type { Exchange } from '../evidence/exchange.ts'
import type { EarlierKeys } from '../evidence/jws.ts'
import type { CodeMisuse, LoginReading, ProviderReading, SilentAttempt } from '../evidence/login.ts'
import type { ValueKind } from '../evidence/masking/pseudonym.ts'
import type { KrrScope, Persona } from '../evidence/person-reading.ts'
import type { RecordedExchange } from '../evidence/recorded-exchange.ts'
import type { Tokens } from '../login/session.ts'
import type { Expiry, PictureCell } from '../report/model.ts'
import type { Channel } from './channel.ts'
import type { PersonBeside } from './journal.ts'

/** What the main process does for a suite: logins, and the journal of what is written. */
export interface MainProcess {
  provider(): Promise<ProviderReading>
  login(persona: Persona, scopes: readonly KrrScope[]): Promise<LoginReading>
  tokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  ownTokens(persona: Persona, scopes: readonly KrrScope[]): Promise<Tokens>
  /** Tokens with all scopes that are left to expire: known from the start of a full run on. */
  tokensToExpire(): Promise<Tokens>
  /** Resolves when the time has come, with the time by the run's clock. */
  waitUntil(time: number): Promise<number>
  silentAttempt(): Promise<SilentAttempt>
  misuseCode(misuse: CodeMisuse['misuse']): Promise<CodeMisuse>
  revoke(token: string): Promise<Exchange>
  /** Writes the language found to the journal, on disk when this resolves. */
  journalBegin(found: string): Promise<void>
  /** Notes another test user as found, who is looked at again after all that is written. */
  journalBeside(persona: PersonBeside['persona'], found: string): Promise<void>
  /** They were looked at: nothing is left to be put back, or nothing can be. */
  journalBesideIsOver(persona: PersonBeside['persona']): Promise<void>
  /**
   * Notes the language about to be written, on disk when this resolves; undefined: whatever may come of it. `document` is
   * the beginning of what is sent.
   */
  journalWrite(requested: string | undefined, document: string): Promise<void>
  /** The write noted last has an answer, or never will have one. */
  journalWritten(): Promise<void>
  /** Notes the language read after a write, and whether it is the one that was written. */
  journalSeen(language: string, isRequested: boolean): Promise<void>
  /** The language was read back as it was found: the journal is removed. */
  journalEnd(left: string): Promise<void>
  /** Somebody else wrote this language since: the journal has it in the place of the one found. */
  journalGiveWay(language: string): Promise<void>
  /** Members beside the language that a write changed, and that nothing can put back: exit 5. */
  lastingChange(members: readonly string[]): Promise<void>
  /** Members beside the language that somebody else changed, or the server by itself: a line of the report. */
  othersChange(members: readonly string[]): Promise<void>
  /** Whether an earlier run saw an empty `spraak` remove the language: only then can absence be put back. */
  removalWorks(): Promise<boolean>
  /** What this run saw an empty `spraak` do. */
  removalSeen(works: boolean): Promise<void>
  /** Keeps the digests of the keys that signed in this run, unless it is a replay, and gives those of the run before. */
  signingKeys(keys: readonly string[]): Promise<EarlierKeys | undefined>
  /** One cell of the report's picture of the contract. */
  pictured(cell: PictureCell): void
  /** The exchange in which the environment's OpenAPI document came. */
  published(exchange: string): void
  /** Something of the target that ends on a day that is known. */
  expires(expiry: Expiry): void
  recorded(exchange: RecordedExchange): void
  learnt(kind: ValueKind, value: string): void
  /** Resolves when everything sent before has arrived. */
  flush(): Promise<void>
}

/** The same calls as the main process serves them: one that is misspelt or missing on either side is no program. */
export type ServedCalls = {
  readonly [Name in keyof MainProcess]: (
    ...args: Parameters<MainProcess[Name]>
  ) => Promise<Awaited<ReturnType<MainProcess[Name]>>>
}

/** What waits for no answer. */
const told: ReadonlySet<string> = new Set<keyof MainProcess>([
  'pictured',
  'published',
  'expires',
  'recorded',
  'learnt',
])

/** The main process as seen by one target's suites. */
export const mainProcess = (
  { call, tell }: Pick<Channel, 'call' | 'tell'>,
  target: string,
): MainProcess =>
  new Proxy({} as MainProcess, {
    get:
      (_, method) =>
      (...args: readonly unknown[]) =>
        (told.has(String(method)) ? tell : call)(target, String(method), ...args),
  })
