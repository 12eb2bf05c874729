import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { keyDigest } from '../evidence/x509.ts'
import { combinationsOf } from '../krr/person-api.ts'
import { oneKeySignsAndLasts } from '../rules/jws/011-one-key-signs-and-lasts.ts'
import { signingCertificate } from '../rules/jws/certificates.ts'
import { allScopes } from './declared-scopes.ts'
import { once } from './once.ts'
import { getPerson } from './readings.ts'
import { suite } from './suite.ts'

// After all suites that ask for signed answers, so that each of them is judged here.
suite('the key that signs', ({ world, at }) => {
  const signed = once(async () => {
    // Asked anyhow in a full run; where one rule alone was selected there is something to compare.
    await Promise.allSettled(
      combinationsOf(allScopes(world)).map((scopes) =>
        getPerson(world, { scopes, representation: 'application/jose' }),
      ),
    )
    await world.over()
    const answers = [...world.signed]
    if (answers.length === 0) throw new EvidenceUnavailableError('no signed answer came')
    return { answers }
  })

  at('all signed answers of the run', (conforms) => conforms(oneKeySignsAndLasts, signed))

  at('all signed answers of the run, beside the run before', (conforms) => {
    const compared = once(async () => {
      const { answers } = await signed()
      const digests = answers.flatMap(({ jws }) => {
        const certificate = signingCertificate(jws)
        return certificate === undefined ? [] : [keyDigest(certificate)]
      })
      const before = await world.main.signingKeys([...new Set(digests)])
      if (before !== undefined) return { answers, before }
      throw new EvidenceUnavailableError(
        'no earlier run of this environment is known to compare with',
        { verdict: 'not-applicable' },
      )
    })

    conforms(oneKeySignsAndLasts, compared)
  })
})
