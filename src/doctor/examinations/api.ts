import { restoreCommand } from '../../config/problem.ts'
import type { TlsHandshake } from '../../evidence/tls-reading.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** A handshake with the host of an address. */
interface CertificateReading {
  /** The key of the address, and of the roots that are trusted beside the built-in ones. */
  readonly key: string
  readonly caKey: string
  readonly host: string
  readonly handshake: TlsHandshake
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The names of the roots that `caKey` has; empty where it is not set. */
  readonly trusted?: readonly string[]
  /** Whether plain http was answered where no TLS came about. */
  readonly speaksPlainHttp?: boolean
}

const day = 24 * 3_600_000

const leastDaysLeft = 14

/** Whether TLS comes about, with a certificate that is valid now and for some time. */
export const certificateIsValid = (reading: CertificateReading): Line => {
  const { key, host, handshake, now } = reading
  if (!handshake.completed) {
    if (reading.speaksPlainHttp === true)
      return problem(
        key,
        `TLS: ${host} speaks plain http at this port`,
        'set the port that speaks https; http:// is accepted on loopback only',
      )
    return problem(key, `TLS: ${host}: ${handshake.trouble}`, 'look at the address and its port')
  }
  const { trouble, notAfter, issuer } = handshake.certificate
  if (trouble !== undefined) return invalid(reading, trouble, issuer)
  const daysLeft = Math.floor((notAfter - now) / day)
  return daysLeft < leastDaysLeft
    ? warning(key, `TLS: the certificate of ${host} has ${daysLeft} days left`, 'tell who runs it')
    : ok(
        key,
        `TLS: ${host} speaks ${handshake.protocol}, its certificate has ${daysLeft} days left`,
      )
}

const invalid = (
  { key, caKey, host, trusted = [] }: CertificateReading,
  trouble: string,
  issuer: string | undefined,
): Line => {
  const says = `TLS: the certificate of ${host} is not valid (${trouble})`
  if (/EXPIRED|NOT_YET/.test(trouble)) {
    return problem(key, says, "tell who runs it, or look at this machine's clock")
  }
  if (/ALTNAME|HOSTNAME/.test(trouble)) {
    return problem(key, says, 'correct the address: the certificate is for another name')
  }
  if (trusted.length > 0 && issuer !== undefined)
    return problem(
      caKey,
      `${says}: it was issued by "${issuer}", and ${caKey} has ${trusted.map((name) => `"${name}"`).join(', ')}`,
      `set ${caKey} to a PEM file with the root that "${issuer}" leads to; checking is never switched off`,
    )
  return problem(
    caKey,
    says,
    `set ${caKey} to a PEM file with the root that it leads to; checking is never switched off`,
  )
}

/** Whether an address with http:// leads to a port where TLS is spoken; undefined where it does not. */
export const schemeIsPlain = (
  key: string,
  url: string,
  handshake: TlsHandshake,
): Line | undefined =>
  handshake.completed
    ? problem(
        key,
        `${new URL(url).host} speaks TLS, and the address has http://`,
        'set https:// in its place',
      )
    : undefined

/** What a request without a token was answered with, or why it was not. */
interface ResourceReading {
  readonly key: string
  readonly outcome: { readonly status: number; readonly location?: string | undefined } | string
}

/** Whether the person resource is there: without a token it refuses. */
export const personResourceIsThere = ({ key, outcome }: ResourceReading): Line => {
  if (typeof outcome === 'string')
    return problem(key, outcome, 'look at the address, the network and HTTPS_PROXY')
  const { status, location } = outcome
  const asked = `asked without a token it answers ${status}`
  if (status === 401 || status === 403) return ok(key, asked)
  if (status === 404)
    return problem(key, asked, "correct the path: it is the person resource's whole URL")
  if (location !== undefined) {
    return problem(
      key,
      `${asked}, redirected to ${location}`,
      'set the address that it leads to, if that is KRR: a run follows no redirect',
    )
  }
  return warning(
    key,
    `${asked} in place of 401`,
    'look whether it is the person resource; a run judges this',
  )
}

/** The published OpenAPI document beside the snapshot under specs/. */
export interface DocumentReading {
  readonly key: string
  readonly outcome:
    | { readonly kind: 'none'; readonly reason: string }
    | { readonly kind: 'unreadable'; readonly path: string }
    | {
        readonly kind: 'compared'
        readonly path: string
        readonly broken: readonly string[]
        readonly otherwise: number
      }
}

/** Whether the document is found and keeps what the snapshot promises. What it is worth the run judges. */
export const documentIsPublished = ({ key, outcome }: DocumentReading): Line => {
  switch (outcome.kind) {
    case 'none':
      return warning(
        key,
        `no OpenAPI document is found: ${outcome.reason}`,
        `set ${key} where it is published; without it the KRR-SPEC rules are not applicable`,
      )
    case 'unreadable':
      return warning(key, `${outcome.path} is neither JSON nor YAML`, `set ${key} to the document`)
    case 'compared': {
      const { path, broken, otherwise } = outcome
      const [first] = broken
      if (first === undefined) {
        const beyond = otherwise === 0 ? '' : `, and says ${otherwise} things more`
        return ok(key, `${path} keeps what the snapshot promises${beyond}`)
      }
      return warning(
        key,
        `${path} breaks ${broken.length} promises of the snapshot, the first: ${first}`,
        'npm run krr -- spec pull --dry-run shows all; the run judges them (KRR-SPEC-003)',
      )
    }
    default:
      return outcome satisfies never
  }
}

/** What an environment may be done to, and what an earlier run left. */
interface WritingReading {
  readonly allowKey: string
  readonly environment: string
  readonly refusal: string | undefined
  readonly production: boolean
  /** A journal of a run that did not put the language back. */
  readonly isJournalLeft: boolean
}

/** Whether unsafe methods are used, and whether a language waits to be put back. */
export const writing = (reading: WritingReading): readonly Line[] => {
  const { allowKey, environment, production, refusal, isJournalLeft } = reading
  const allowed =
    refusal === undefined
      ? 'the language is changed and put back'
      : `nothing but reading: ${refusal}`
  if (!isJournalLeft) return [ok(allowKey, allowed)]
  return [
    ok(allowKey, allowed),
    warning(
      'journal',
      'an earlier run was ended before it had put the language back',
      `${restoreCommand(environment, production)}${refusal === undefined && !production ? ', or the next run does it first' : ''}`,
    ),
  ]
}
