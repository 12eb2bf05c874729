import type { X509Certificate } from 'node:crypto'
import type { JwsReading } from '../../evidence/jws.ts'
import { certificateOfBase64, keyDigest } from '../../evidence/x509.ts'
import type { Rule } from '../rule.ts'
import {
  certificatesOf,
  certifies,
  isUnbroken,
  isValidAt,
  withoutCertificate,
} from './certificates.ts'

/**
 * Either way of trust is enough: the pinned key (then the chain says nothing more), or a path to an
 * anchor on which each issuer is an authority and valid now. The signing certificate's own validity is
 * KRR-JWS-005's, the links within `x5c` are KRR-JWS-004's.
 */
export const chainLeadsToWhatIsTrusted: Rule<JwsReading> = {
  id: 'KRR-JWS-006',
  title: 'The chain leads to a configured trust anchor, or the key is pinned',
  level: 'MUST',
  basis: 'standard',
  byClock: true,
  since: 1,
  cites: ['RFC7515-006'],
  notApplicable: (reading) => {
    const { anchors, pin } = reading.trust
    if (anchors.length === 0 && pin === undefined) return 'no trust anchor and no pin is configured'
    if (isPinned(reading)) return undefined
    return withoutCertificate(reading) ?? brokenChain(reading)
  },

  *check(reading) {
    if (isPinned(reading) || leadsToAnchor(reading)) return
    const { anchors, pin } = reading.trust
    if (anchors.length > 0) {
      yield { at: 'x5c', expected: 'a valid path to a trust anchor', actual: 'none' }
    }
    if (pin !== undefined) {
      yield { at: 'x5c[0]', expected: 'the pinned key', actual: 'another key' }
    }
  },
  met: (reading) => {
    if (isPinned(reading)) return 'the key is the pinned one'
    return leadsToAnchor(reading) ? 'the chain leads to a trust anchor' : undefined
  },
}

const brokenChain = ({ jws, trust }: JwsReading): string | undefined =>
  trust.anchors.length > 0 && !isUnbroken(certificatesOf(jws))
    ? 'the chain is broken: KRR-JWS-004'
    : undefined

const isPinned = ({ jws, trust }: JwsReading): boolean => {
  const [leaf] = certificatesOf(jws)
  if (leaf === undefined || trust.pin === undefined) return false
  return keyDigest(leaf) === trust.pin.replaceAll(':', '').toLowerCase()
}

const leadsToAnchor = ({ jws, trust, exchange }: JwsReading): boolean => {
  const chain = certificatesOf(jws)
  const anchors = trust.anchors.flatMap(anchorOf)
  for (const [index, certificate] of chain.entries()) {
    const isIssuer = index > 0
    if (certificate === undefined) return false
    if (isIssuer && !mayCertify(certificate, exchange.receivedAt)) return false
    if (anchors.some(({ raw }) => raw.equals(certificate.raw))) return true
    const isAnchored = anchors.some(
      (anchor) => mayCertify(anchor, exchange.receivedAt) && certifies(anchor, certificate),
    )
    if (isAnchored) return true
  }
  return false
}

const mayCertify = (certificate: X509Certificate, instant: number): boolean =>
  certificate.ca && isValidAt(certificate, instant)

/** Configuration has made sure that anchors parse, one in each; a rule never throws all the same. */
const anchorOf = (pem: string): readonly X509Certificate[] => {
  const certificate = certificateOfBase64(pem.replaceAll(/-----[^-]+-----|\s/g, ''))
  return certificate === undefined ? [] : [certificate]
}
