import { createOpKeys, type OpKeys } from './op/keys.ts'
import { createPki, type KeptPki, type Pki } from './pki/pki.ts'

/** Where the client of the environment itself is sent back to; nobody listens there. */
export const redirectUri = 'http://localhost:3000/callback'

/** What takes long to make, and any number of environments may share. */
export interface ReferenceShared {
  readonly opKeys: OpKeys
  readonly pki: Pki
  /** Each environment that shares this has its login at several hosts, where it says nothing itself. */
  readonly hasSeveralHosts?: boolean | undefined
}

/**
 * Makes the keys and certificates; it takes as long as two RSA key pairs, side by side and beside the main thread.
 * It stands apart from the servers, whose imports take as long again: who begins here has both at once.
 */
export const createShared = async (earlier?: KeptPki): Promise<ReferenceShared> => {
  const [opKeys, pki] = await Promise.all([createOpKeys(), createPki(earlier)])
  return { opKeys, pki }
}
