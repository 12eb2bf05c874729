import type { Exchange } from '../../evidence/exchange.ts'
import type { PersonReading } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import type { PersonChange } from '../../krr/person-api.ts'
import { allScopes, requireDeclaredLanguage } from '../declared-scopes.ts'
import { refuseIntrusion } from '../intrusion.ts'
import { askAnew, readingOf } from '../readings.ts'
import { languageDocument, languageOf, refuseAnother } from '../register-access.ts'
import type { World } from '../world.ts'

/** In `Authorization`, or in the address. */
export type PatchCredentials = Pick<PersonChange, 'authorization' | 'query'>

/** The language that stands, written once more: whoever accepts it has changed nothing. */
export interface StandingLanguage {
  write(what: string, credentials: PatchCredentials): Promise<Exchange>
  /** Reads that it still stands; where it does not, the end of the run puts it back. */
  end(): Promise<void>
}

/**
 * Begins with the language of this reading.
 * @throws EvidenceUnavailableError where nothing may be written, or there is no language
 */
export const openStandingLanguage = async (
  world: World,
  reading: PersonReading,
): Promise<StandingLanguage> => {
  refuseIntrusion(world)
  requireDeclaredLanguage(world)
  const { allowWrite, writeRefusal } = world.target.environment
  if (!allowWrite) throw notWritten(`no write: ${writeRefusal}`)
  const language = languageOf(reading)
  if (language === undefined) throw notWritten('no write: no language stands')
  refuseAnother(reading)
  await world.main.journalBegin(language)
  return {
    async write(what, credentials) {
      await world.main.journalWrite(language, languageDocument(language))
      try {
        return await world.api.patchPerson({
          label: `PATCH person, ${what}`,
          content: new TextEncoder().encode(languageDocument(language)),
          contentType: 'application/json',
          ...credentials,
        })
      } finally {
        await world.main.journalWritten()
      }
    },
    async end() {
      const main = { scopes: allScopes(world), representation: 'application/json' } as const
      const after = await readingOf(world, main, askAnew(world, main, ', after a revoked token'))
      refuseAnother(after)
      if (languageOf(after) === language) await world.main.journalEnd(language)
    },
  }
}

const notWritten = (reason: string): EvidenceUnavailableError =>
  new EvidenceUnavailableError(reason, { verdict: 'not-exercised' })
