import type { Environment } from '../config/environment.ts'
import type { KrrScope } from '../evidence/person-reading.ts'
import type { Client } from '../oidc/client.ts'
import type { OnSecret } from '../oidc/client-authentication.ts'
import type { Provider } from '../oidc/provider.ts'
import { type Grants, tokensOf } from './grants.ts'
import type { KeptLogin } from './kept/kept-logins.ts'
import { keptReading } from './kept/masked-reading.ts'
import { type Logins, loginsByRefresh } from './logins.ts'
import type { MainPerson } from './main-person.ts'
import type { Operator } from './operator/operator.ts'
import { createRefreshedGrants } from './refreshed-tokens.ts'

export interface OneLoginOptions {
  readonly environment: Pick<Environment, 'name' | 'scopes'>
  readonly usual: Grants
  readonly provider: Promise<Provider>
  readonly client: () => Promise<Client>
  readonly main: MainPerson
  readonly operator?: Operator | undefined
  readonly onProgress?: ((line: string) => void) | undefined
  readonly onSecret: OnSecret
}

/** A login that was made beforehand serves for all combinations, each by its own grant. */
export const keptLogins = (options: OneLoginOptions & { readonly kept: KeptLogin }): Logins => {
  const { kept, main, client, onSecret } = options
  for (const { refreshToken } of kept.grants) onSecret('refresh token', refreshToken)
  if (kept.pid !== undefined) onSecret('pid', kept.pid)
  return loginsByRefresh({
    usual: options.usual,
    async origin() {
      const provider = (await options.provider).reading
      const expectedPid = kept.pid === undefined ? main.pid : undefined
      return {
        refreshed: createRefreshedGrants({ client, grants: kept.grants, pid: main.pid }),
        readingOf: (scopes) => keptReading(kept, scopes, { provider, expectedPid }),
      }
    },
    onGivenUp() {
      const line = `the login kept since ${kept.madeAt} is not accepted any more: logging in again`
      if (options.operator === undefined) options.onProgress?.(line)
      else options.operator.tell([`${options.environment.name}: ${line}`])
    },
  })
}

/** The address that an operator pasted serves for all combinations, as far as the provider narrows its grant. */
export const pastedLogins = (options: OneLoginOptions): Logins => {
  const { usual, client } = options
  const { scopes: every } = options.environment
  const isAll = (scopes: readonly KrrScope[]) => every.every((scope) => scopes.includes(scope))
  const logins = loginsByRefresh({
    usual,
    async origin() {
      const flow = await usual.flow('MAIN', every)
      const tokens = tokensOf(flow)
      const { refreshToken, pid } = tokens
      const grants = refreshToken === undefined ? [] : [{ scopes: every, refreshToken }]
      return {
        tokens: { scopes: every, tokens },
        refreshed: createRefreshedGrants({ client, grants, pid }),
        readingOf: (scopes) => (isAll(scopes) ? flow.reading : undefined),
      }
    },
    // The person is told by what they are asked for.
    onGivenUp: () => {},
  })
  return {
    ...logins,
    // There is evidence of the one login also where its answer was refused.
    reading: async (persona, scopes) =>
      isAll(scopes) ? (await usual.flow(persona, scopes)).reading : logins.reading(persona, scopes),
  }
}
