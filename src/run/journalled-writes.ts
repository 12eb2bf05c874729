import { setTimeout as wait } from 'node:timers/promises'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { RegisterReport } from '../report/model.ts'
import type { Journal, JournalEntry, PersonBeside } from './journal.ts'

/** The writes of one environment's run, each in the journal before it is sent. */
export interface JournalledWrites {
  /** What is known of the language by now; empty before the first write. */
  readonly register: RegisterReport
  /**
   * The language found, on disk before anything is written. What this run has changed and not put back counts as
   * found before.
   */
  begin(found: string): void
  /** Another test user as found before the first write: in the journal until they are seen to be so again. */
  beside(person: PersonBeside): void
  /** They were looked at after all that was written: nothing is left to be put back, or nothing can be. */
  besideIsOver(persona: PersonBeside['persona']): void
  /**
   * A write is about to be sent: of this language, or of something that may leave any.
   * @param document what is sent: a server that keeps people apart badly may leave a language of it with another
   */
  write(requested: string | undefined, document?: string): void
  /** One of the writes that were begun has an answer, or never will have one. */
  written(): void
  /** After a write this language was read; `isRequested`: it is the one that was written, and no other. */
  seen(language: string, isRequested: boolean): void
  /** Somebody else wrote this language meanwhile: it is what is left, in the place of the one found. */
  giveWay(language: string): void
  /** The language was read back as whoever wrote had found it: what the journal has from before is still to be done. */
  end(left: string): void
  /**
   * No write begins from now on. Resolves when none is under way, or after three seconds with `false`: an
   * interrupted run has to end in time.
   */
  stop(): Promise<boolean>
}

/** Why a language is left that is not the one that was found. */
export const changedByAnother = 'somebody else changed it meanwhile: left as it is'

const answeredWithinMs = 3_000

/** Who was noted first, before anything was written, is as found. */
const besideIn = (people: readonly PersonBeside[]): Pick<JournalEntry, 'beside'> => {
  const noted = new Map(
    people.map((own) => [own.persona, own]).reverse() as [string, PersonBeside][],
  )
  return { beside: noted.size === 0 ? undefined : [...noted.values()].reverse() }
}

/** A journal of an earlier harness does not say what was written: that stays so. */
const withWritten = (
  people: readonly PersonBeside[],
  named: readonly string[],
): readonly PersonBeside[] =>
  people.map((own) =>
    own.written === undefined ? own : { ...own, written: [...new Set([...own.written, ...named])] },
  )

/** Codes of two letters, and what follows the member's name in whatever media type: nothing that is of a person. */
const languagesIn = (document: string): readonly string[] => {
  const codes = document.match(/(?<![\p{L}\p{N}])\p{L}{2}(?![\p{L}\p{N}])/gu) ?? []
  const values = document.matchAll(/spraak["']?\s*[:=>]\s*["']?(\w{1,8})(?!\w)/gu)
  return [...codes, ...[...values].map(([, value = '']) => value)]
}

/** Makes the record of a run's writes; `begun` is what its journal says beside the language. */
export const journalledWrites = (
  journal: Journal,
  begun: Pick<JournalEntry, 'environment' | 'runId' | 'person' | 'owner'>,
): JournalledWrites => {
  let register: RegisterReport = {}
  let beside: readonly PersonBeside[] = []
  let isStopped = false
  let underWay = 0
  let noneUnderWay: () => void = () => {}

  const amend = (change: (entry: JournalEntry) => Partial<JournalEntry>) => {
    const entry = journal.read()
    if (entry === undefined) return
    const next = { ...entry, ...change(entry) }
    // Of many writes at once that may leave any language the first says it for all.
    if (JSON.stringify(next) !== JSON.stringify(entry)) journal.write(next)
  }
  const refuseWhenStopped = () => {
    if (isStopped) throw new EvidenceUnavailableError('no write: the run was ended')
  }

  return {
    get register() {
      return register
    },
    begin(found) {
      refuseWhenStopped()
      const entry = journal.read() ?? { ...begun, found, written: [], isUnsettled: false }
      journal.write({ ...entry, ...besideIn([...(entry.beside ?? []), ...beside]) })
      register = { found: entry.found, restored: false }
    },
    beside(noted) {
      const person = { written: [], ...noted }
      beside = [...beside, person]
      amend((entry) => besideIn([...(entry.beside ?? []), person]))
    },
    besideIsOver(persona) {
      const others = (people: readonly PersonBeside[]) =>
        people.filter((own) => own.persona !== persona)
      beside = others(beside)
      amend((entry) => besideIn(others(entry.beside ?? [])))
    },
    write(requested, document = '') {
      refuseWhenStopped()
      const named = [...(requested === undefined ? [] : [requested]), ...languagesIn(document)]
      beside = withWritten(beside, named)
      amend((entry) => ({
        ...(requested === undefined
          ? { isUnsettled: true }
          : { written: [...new Set([...entry.written, requested])] }),
        ...(entry.beside === undefined ? {} : { beside: withWritten(entry.beside, named) }),
      }))
      underWay += 1
    },
    written() {
      underWay -= 1
      if (underWay === 0) noneUnderWay()
    },
    seen(language, isRequested) {
      amend(({ written }) => ({
        written: isRequested ? [language] : [...new Set([...written, language])],
        isUnsettled: false,
      }))
    },
    giveWay(language) {
      amend(() => ({ found: language }))
      const { restored: _, ...rest } = register
      register = { ...rest, trouble: changedByAnother }
    },
    end(left) {
      const entry = journal.read()
      if ((entry?.found ?? register.found) !== left) return
      if (entry?.beside !== undefined) {
        // Somebody else is still to be looked at, which the end of the run does.
        amend(() => ({ written: [], isUnsettled: false }))
        register = { ...register, left }
        return
      }
      journal.remove()
      register = {
        ...register,
        left,
        ...(register.trouble === undefined ? { restored: true } : {}),
      }
    },
    async stop() {
      isStopped = true
      if (underWay === 0) return true
      const answered = new Promise<true>((resolve) => {
        noneUnderWay = () => resolve(true)
      })
      return Promise.race([answered, wait(answeredWithinMs, false, { ref: false })])
    },
  }
}
