import type { ServerOptions } from 'node:https'
import type { TlsIdentity } from '../../reference/pki/pki.ts'

/** The server's options with another certificate. */
export const withCertificate = (
  options: ServerOptions,
  { certPem, keyPem }: TlsIdentity,
): ServerOptions => ({ ...options, cert: certPem, key: keyPem })
