import type { SandboxFile } from '../config/sandbox-file.ts'
import type { ReferenceEnvironment } from '../reference/start.ts'

/** A started reference environment in the form in which the configuration takes it. */
export const asConfigured = (reference: ReferenceEnvironment): SandboxFile => {
  const { apiUrl, issuer, specUrl, caPem, trustAnchorPem, client, redirectUri, people, scopes } =
    reference
  const { loginHosts } = reference
  return {
    apiUrl,
    issuer,
    specUrl,
    ca: caPem,
    trustAnchor: trustAnchorPem,
    client,
    redirectUri,
    ...(loginHosts.length === 0 ? {} : { loginHosts }),
    ...(scopes === undefined ? {} : { scopes }),
    people: {
      MAIN: people.MAIN.pid,
      RESERVED: people.RESERVED.pid,
      DELETED: people.DELETED.pid,
      EXPIRED: people.EXPIRED.pid,
      UNREGISTERED: people.UNREGISTERED.pid,
      MAIL_ONLY: people.MAIL_ONLY.pid,
      MOBILE_ONLY: people.MOBILE_ONLY.pid,
      NO_MAILBOX: people.NO_MAILBOX.pid,
    },
    minid: { password: 'password01', oneTimeCode: '12345' },
  }
}
