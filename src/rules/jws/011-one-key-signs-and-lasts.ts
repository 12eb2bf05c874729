import type { X509Certificate } from 'node:crypto'
import type { EarlierKeys, SigningKeys } from '../../evidence/jws.ts'
import { keyDigest } from '../../evidence/x509.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { isValidAt, signingCertificate } from './certificates.ts'

const leastDays = 30
const day = 24 * 3_600_000

/**
 * Judged of all signed answers of the run together, and once more beside the run before. Whoever pins the key, or the
 * certificate, hears here of its end or its change before callers do. A certificate that has expired already is KRR-JWS-005's.
 */
export const oneKeySignsAndLasts: Rule<SigningKeys> = {
  id: 'KRR-JWS-011',
  title: 'One key signs all answers, and its certificate has 30 days left',
  level: 'SHOULD',
  basis: 'assumed',
  byClock: true,
  onWholeRun: true,
  since: 2,
  cites: ['RFC5280-002'],
  notApplicable: (subject) =>
    signersIn(subject).length === 0
      ? 'x5c[0] is no certificate in any signed answer: KRR-JWS-003'
      : undefined,

  *check(subject) {
    const signers = signersIn(subject)
    const keys = new Set(signers.map(({ certificate }) => keyDigest(certificate)))
    if (subject.before !== undefined) {
      yield* changes(keys, subject.before)
      return
    }
    if (keys.size > 1) {
      const actual = `${keys.size} keys`
      yield { at: 'x5c[0]', expected: 'one key throughout the run', actual }
    }
    yield* endings(signers)
  },
  met: ({ before }) => before && `compared with the run of ${before.seenAt.slice(0, 10)}`,
}

interface Signer {
  readonly certificate: X509Certificate
  readonly receivedAt: number
}

const signersIn = ({ answers }: SigningKeys): readonly Signer[] =>
  answers.flatMap(({ jws, exchange: { receivedAt } }) => {
    const certificate = signingCertificate(jws)
    return certificate === undefined ? [] : [{ certificate, receivedAt }]
  })

function* changes(keys: ReadonlySet<string>, before: EarlierKeys): Generator<Finding> {
  if ([...keys].every((key) => before.keys.includes(key))) return
  const expected = `the key of the run of ${before.seenAt.slice(0, 10)}`
  yield { at: 'x5c[0]', expected, actual: 'another key' }
}

/** Each certificate once, however many answers carry it. */
function* endings(signers: readonly Signer[]): Generator<Finding> {
  const distinct = new Map(signers.map((signer) => [signer.certificate.fingerprint256, signer]))
  for (const { certificate, receivedAt } of distinct.values()) {
    const endsSoon = !isValidAt(certificate, receivedAt + leastDays * day)
    if (isValidAt(certificate, receivedAt) && endsSoon) {
      const actual = fromWire(`until ${certificate.validTo}`)
      yield { at: 'x5c[0]', expected: `${leastDays} days left`, actual }
    }
  }
}
