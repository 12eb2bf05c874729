import { readFile } from 'node:fs/promises'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { openSigner } from '../../report/seal/signer.ts'
import { loadPolicy } from './gather.ts'

/** The keys one of which must have signed, by their thumbprints, and where they are named; none: nothing names any. */
export interface TrustedKeys {
  readonly thumbprints: readonly string[]
  /** `KRR_SIGNING_JWK and gate.policy.yaml`, in words. */
  readonly namedBy: string
}

/**
 * Whose seals are trusted: the keys of `--key`, each a thumbprint or the file of a public JWK; without one the key of
 * `KRR_SIGNING_JWK`, and beside it those of the policy, where a key that was changed stays named.
 * @throws ConfigurationError
 */
export const trustedKeys = async (
  named: readonly string[],
  signingJwk: string | undefined,
): Promise<TrustedKeys> => {
  if (named.length > 0) {
    return { thumbprints: await Promise.all(named.map(thumbprintOf)), namedBy: '--key' }
  }
  const own = signingJwk === undefined ? [] : [(await openSigner(signingJwk)).thumbprint]
  const { keys } = await loadPolicy(undefined)
  const namedBy = [
    ...(own.length > 0 ? ['KRR_SIGNING_JWK'] : []),
    ...(keys.length > 0 ? ['gate.policy.yaml'] : []),
  ].join(' and ')
  return { thumbprints: [...new Set([...own, ...keys])], namedBy }
}

/** A thumbprint as it is, or that of a JWK in a file. */
const thumbprintOf = async (key: string): Promise<string> => {
  if (/^[\w-]{43}$/.test(key)) return key
  const { calculateJwkThumbprint } = await import('jose')
  try {
    return await calculateJwkThumbprint(JSON.parse(await readFile(key, 'utf8')))
  } catch (cause) {
    throw new ConfigurationError(
      ['--key must be a thumbprint (43 characters, RFC 7638) or the file of a public JWK'],
      { cause },
    )
  }
}
