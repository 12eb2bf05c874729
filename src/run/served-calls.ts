import { krrScopes } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { RegisterReport } from '../report/model.ts'
import type { Connection } from './connection.ts'
import type { Seen } from './environment-report.ts'
import type { RunClock } from './expiry.ts'
import { ownerOf } from './journal.ts'
import type { JournalledWrites } from './journalled-writes.ts'
import type { LanguageRemoval } from './language-removal.ts'
import type { MainProcess, ServedCalls } from './main-process.ts'
import type { SigningKeyMemory } from './signing-keys.ts'
import { tellSupervisor } from './supervised.ts'

/** What the calls of the suites are answered from, and what they add to. */
export interface ServedContext extends Seen {
  readonly connection: Pick<Connection, 'environment' | 'session' | 'masker'>
  readonly writes: JournalledWrites
  /** An earlier run's language on its way back. */
  readonly leftover: Promise<RegisterReport> | undefined
  readonly clock: RunClock
  readonly signingKeys: SigningKeyMemory
  readonly removal: LanguageRemoval
  /** A finding is judged anew: what is remembered from run to run stays as it is. */
  readonly isReplay: boolean
}

/** The calls of one environment. Nobody reads the person while an earlier run's language is being put back. */
export const callsOf = (context: ServedContext): ServedCalls => {
  const { connection, writes, leftover, clock, signingKeys, removal, isReplay } = context
  const { exchanges, picture, documents, expiries, lasting, others } = context
  const { session, masker } = connection
  const environment = connection.environment.name
  return {
    provider: () => session.provider(),
    login: async (persona, scopes) => {
      await leftover
      return session.login(persona, scopes)
    },
    tokens: async (persona, scopes) => {
      await leftover
      const tokens = await session.tokens(persona, scopes)
      if (persona === 'MAIN' && krrScopes.every((scope) => tokens.granted.includes(scope))) {
        const held = { accessToken: tokens.accessToken, pid: session.mainPid }
        tellSupervisor({ kind: 'tokens', environment, held })
      }
      return tokens
    },
    ownTokens: async (persona, scopes) => {
      await leftover
      return session.ownTokens(persona, scopes)
    },
    tokensToExpire: () => session.tokensToExpire(),
    waitUntil: (time) => clock.waitUntil(time),
    silentAttempt: () => session.silentAttempt(),
    misuseCode: (misuse) => session.misuseCode(misuse),
    revoke: (token) => session.revoke(token),
    journalBegin: async (found) => {
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
    journalBeside: async (persona, found) => {
      // What another run left is not this one's to add to: nothing is written then.
      if ((await leftover)?.restored === false) return
      const { environment, masker } = connection
      const pid = environment.personas[persona]
      const person = masker.pseudonym('pid', pid ?? '')
      writes.beside({ persona, person, owner: ownerOf({ ...environment, pid }), found })
    },
    journalBesideIsOver: async (persona) => writes.besideIsOver(persona),
    journalWrite: async (requested, document) => writes.write(requested, document),
    journalWritten: async () => writes.written(),
    journalSeen: async (language, isRequested) => writes.seen(language, isRequested),
    journalGiveWay: async (language) => writes.giveWay(language),
    journalEnd: async (left) => writes.end(left),
    lastingChange: async (members) => {
      const named = members.map((member) => masker.text(member)).join(', ')
      lasting.add(`a PATCH changed ${named}, which nothing can put back`)
    },
    othersChange: async (members) => {
      const named = members.map((member) => masker.text(member)).join(', ')
      others.add(
        `${named} changed during the run, and not by a write of ours: somebody else did it, or the server by itself`,
      )
    },
    removalWorks: async () => removal.isKnownToWork(),
    removalSeen: async (works) => {
      if (!isReplay) removal.remember(works)
    },
    signingKeys: async (keys) =>
      isReplay ? signingKeys.given() : signingKeys.replace(keys, new Date()),
    pictured: async (cell) => void picture.push(cell),
    published: async (exchange) => void documents.add(exchange),
    expires: async (expiry) => void expiries.push(expiry),
    recorded: async (exchange) => void exchanges.push(exchange),
    learnt: async (kind, value) => void masker.vault.learn(kind, value),
    flush: async () => {},
  }
}

/** What the suites may not ask for any more once the budget is spent; what puts the language back goes on. */
export const asksTheProvider: ReadonlySet<string> = new Set<keyof MainProcess>([
  'login',
  'tokens',
  'ownTokens',
  'tokensToExpire',
  'silentAttempt',
  'misuseCode',
  'revoke',
])

/** What is still heard after an interruption: what was exchanged, and how the last write ended. */
export const toldWhenInterrupted: ReadonlySet<string> = new Set<keyof MainProcess>([
  'recorded',
  'learnt',
  'flush',
  'journalWritten',
  'journalBesideIsOver',
  'lastingChange',
  'othersChange',
])

/**
 * The call of this name, as it came over the channel.
 * @throws UnknownCallError
 */
export const callNamed = (
  calls: ServedCalls,
  name: string,
): ((...args: readonly unknown[]) => Promise<unknown>) => {
  if (!Object.hasOwn(calls, name)) throw new UnknownCallError(name)
  return calls[name as keyof ServedCalls] as (...args: readonly unknown[]) => Promise<unknown>
}

/** The suites called something that the main process does not serve. */
class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError'
  readonly code = 'UNKNOWN_CALL'
}
