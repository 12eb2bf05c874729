import { type Persona, personas } from '../evidence/person-reading.ts'
import { combinationsOf } from '../krr/scope-combinations.ts'
import type { Connection } from './connection.ts'

/**
 * Logs in whom the suites will ask for, in the order in which they will, while the test runner still starts and
 * while others are judged. What fails here is said when it is asked for.
 */
export const logInAhead = async ({ session, environment }: Connection): Promise<void> => {
  // The person is asked for the one login that everything else comes through.
  if (environment.login === 'operator')
    await session.login('MAIN', environment.scopes).catch(() => {})
  const logins = combinationsOf(environment.scopes).map((scopes) => session.login('MAIN', scopes))
  const all = Promise.allSettled(logins)
  await Promise.allSettled(logins.slice(0, 1))
  // Once there is a session: the end of the run waits for this token to expire.
  await Promise.allSettled([session.tokensToExpire(), all])
  if (environment.login === 'operator') return
  const others = Object.keys(environment.personas).filter(isPersona)
  await Promise.allSettled(others.map((persona) => session.tokens(persona, environment.scopes)))
}

const isPersona = (name: string): name is Persona => personas.some((persona) => persona === name)
