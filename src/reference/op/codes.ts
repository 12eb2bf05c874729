import { createHash } from 'node:crypto'
import type { AuthorizationCode, Provider } from 'oidc-provider'
import { Provider as ProviderClass } from 'oidc-provider/lib/provider.js'
import type { OpParts } from './context.ts'

/** Has a spent code, and one with another verifier, pass through their seams before it is refused. */
export const refuseMisusedCodes = (provider: Provider, { seams }: OpParts): void => {
  const find = provider.AuthorizationCode.find as FindCode

  const findCode: FindCode = async function findCode(this: unknown, value, options) {
    const code = await find.call(this, value, options)
    const oidc = ProviderClass.ctx?.oidc
    if (code === undefined || oidc === undefined) return code
    const context = { clientId: code.clientId ?? '' }
    if (code.consumed && (await seams('codeReuse', 'refused', context)) === 'accepted') {
      code.consumed = false
    }
    const verifier = oidc.params?.['code_verifier']
    if (code.codeChallenge === challengeOf(verifier)) return code
    if ((await seams('codeVerifierCheck', 'refused', context)) === 'accepted') {
      code.codeChallenge = challengeOf(verifier)
    }
    return code
  }
  provider.AuthorizationCode.find = findCode as typeof provider.AuthorizationCode.find
}

type FindCode = (
  this: unknown,
  value: string,
  options?: object,
) => Promise<(Omit<AuthorizationCode, 'consumed'> & { consumed?: unknown }) | undefined>

/** The S256 challenge (RFC 7636, 4.2); none without a verifier. */
const challengeOf = (verifier: unknown): string | undefined =>
  typeof verifier === 'string'
    ? createHash('sha256').update(verifier).digest('base64url')
    : undefined
