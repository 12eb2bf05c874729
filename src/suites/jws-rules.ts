import type { Exchange } from '../evidence/exchange.ts'
import type { JwsReading } from '../evidence/jws.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { contentIsOneCompactJws } from '../rules/jws/001-content-is-one-compact-jws.ts'
import { algIsAnAsymmetricSignature } from '../rules/jws/002-alg-is-an-asymmetric-signature.ts'
import { signatureVerifiesWithX5c } from '../rules/jws/003-signature-verifies-with-x5c.ts'
import { eachCertificateCertifiesTheOneBefore } from '../rules/jws/004-each-certificate-certifies-the-one-before.ts'
import { signingCertificateIsValidAndStrong } from '../rules/jws/005-signing-certificate-is-valid-and-strong.ts'
import { chainLeadsToWhatIsTrusted } from '../rules/jws/006-chain-leads-to-what-is-trusted.ts'
import { certificateIsOfTheExpectedOrganisation } from '../rules/jws/007-certificate-is-of-the-expected-organisation.ts'
import { noCriticalExtensionIsInUse } from '../rules/jws/008-no-critical-extension-is-in-use.ts'
import { payloadIsAPerson } from '../rules/jws/009-payload-is-a-person.ts'
import { registeredTimesHoldNow } from '../rules/jws/010-registered-times-hold-now.ts'
import type { Conforms } from './conforms.ts'
import { type Once, once } from './once.ts'
import { type Asking, getPerson, jwsReadingOf } from './readings.ts'
import type { World } from './world.ts'

/** Declares the rules of the signed representation, each of one answer; KRR-JWS-011 is of all of them. */
export const judgeJws = (
  conforms: Conforms,
  world: World,
  asking: Asking,
  answered: Once<Exchange> = once(() => getPerson(world, asking)),
): void => {
  conforms(
    contentIsOneCompactJws,
    once(async () => requireAnswer(asking, await answered())),
  )
  judgeSignature(
    conforms,
    world,
    once(() => jwsReadingOf(world, asking, answered())),
  )
}

/** Declares the rules of a JWS, whatever it was asked for with. */
export const judgeSignature = (conforms: Conforms, world: World, jws: Once<JwsReading>): void => {
  const trusted = once(async () => {
    const { keyName, trustAnchors, jwsPin } = world.target.environment
    if (trustAnchors.length > 0 || jwsPin !== undefined) return jws()
    throw new EvidenceUnavailableError(
      `neither KRR_${keyName}_TRUST_ANCHORS nor KRR_${keyName}_JWS_PIN is set`,
      { verdict: 'not-exercised' },
    )
  })

  conforms(algIsAnAsymmetricSignature, jws)
  conforms(signatureVerifiesWithX5c, jws)
  conforms(eachCertificateCertifiesTheOneBefore, jws)
  conforms(signingCertificateIsValidAndStrong, jws)
  conforms(chainLeadsToWhatIsTrusted, trusted)
  conforms(certificateIsOfTheExpectedOrganisation, jws)
  conforms(noCriticalExtensionIsInUse, jws)
  conforms(payloadIsAPerson, jws)
  conforms(registeredTimesHoldNow, jws)
}

/** Only a 200 must be a JWS; what else came is the matter of other rules. */
const requireAnswer = (asking: Asking, exchange: Exchange): Exchange => {
  const { status } = exchange.response
  if (status === 200) return exchange
  const mayBeRefused = !asking.scopes.some((scope) => scope.endsWith('.read'))
  throw new EvidenceUnavailableError(`no JWS to judge: status ${status}`, {
    verdict: mayBeRefused && (status === 401 || status === 403) ? 'not-applicable' : 'inconclusive',
  })
}
