import type { Exchange } from '../evidence/exchange.ts'
import { stringAt } from '../evidence/json.ts'
import { contentJson } from '../evidence/message.ts'
import { krrScopes } from '../evidence/person-reading.ts'
import { bearer, type PersonApi } from '../krr/person-api.ts'
import type { Session } from '../login/session.ts'
import type { RegisterReport } from '../report/model.ts'
import type { Journal, JournalEntry } from './journal.ts'
import { changedByAnother } from './journalled-writes.ts'

export interface RestoreContext {
  readonly journal: Journal
  readonly session: Pick<Session, 'tokens' | 'tokensAnew'>
  readonly api: PersonApi
  /** Why the entry is not this person's to put back, asked once they are logged in; undefined: it is. */
  readonly notTheirs?: ((entry: JournalEntry) => string | undefined) | undefined
}

/**
 * Puts the language back that the journal says was found, reads it back, and only then removes the journal.
 * A value that is neither what was found nor anything that was written is somebody else's: it is left.
 * It never throws: what went wrong is in `trouble`.
 */
export const restoreLanguage = async ({
  journal,
  session,
  api,
  notTheirs,
}: RestoreContext): Promise<RegisterReport> => {
  const entry = journal.read()
  if (entry === undefined) return {}
  const { found, written, isUnsettled } = entry
  try {
    let { accessToken } = await session.tokens('MAIN', krrScopes)
    const stranger = notTheirs?.(entry)
    if (stranger !== undefined) throw new RestoreError(stranger)
    /** A token that was revoked meanwhile, or expired, is replaced by a login of its own. */
    const send = async (ask: (authorization: string) => Promise<Exchange>): Promise<Exchange> => {
      const exchange = await ask(bearer(accessToken))
      if (exchange.response.status !== 401) return exchange
      accessToken = (await session.tokensAnew('MAIN', krrScopes)).accessToken
      return ask(bearer(accessToken))
    }
    const read = async (note: string) => {
      const { response } = await send((authorization) =>
        api.getPerson({
          label: `GET person, to restore the language (${note})`,
          authorization,
          accept: 'application/json',
        }),
      )
      if (response.status !== 200) throw new RestoreError(`reading answered ${response.status}`)
      return stringAt(contentJson(response), 'spraak') ?? ''
    }
    const current = await read('before')
    if (current !== found && !isUnsettled && !written.includes(current)) {
      journal.remove()
      return { found, left: current, trouble: changedByAnother }
    }
    if (current !== found) {
      await send((authorization) =>
        api.patchPerson({
          label: 'PATCH person, the language found is put back',
          authorization,
          contentType: 'application/json',
          content: new TextEncoder().encode(JSON.stringify({ spraak: found })),
        }),
      )
    }
    const left = current === found ? current : await read('after')
    if (left !== found)
      return { found, left, restored: false, trouble: 'the language could not be put back' }
    journal.remove()
    return { found, left, restored: true }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    return { found, restored: false, trouble: `the language could not be put back: ${reason}` }
  }
}

/** The register did not answer as it must for the language to be put back. */
class RestoreError extends Error {
  override readonly name = 'RestoreError'
  readonly code = 'RESTORE'
}
