import type { SigningKeys } from '../evidence/jws.ts'
import { EvidenceUnavailableError } from '../evidence/unavailable.ts'
import { keyDigest } from '../evidence/x509.ts'
import { personCombinations } from '../krr/scope-combinations.ts'
import { oneKeySignsAndLasts } from '../rules/jws/011-one-key-signs-and-lasts.ts'
import { signingCertificate } from '../rules/jws/certificates.ts'
import { once } from './once.ts'
import { getPerson } from './readings.ts'
import { suite } from './suite.ts'

// After all suites that ask for signed answers, so that each of them is judged here.
suite('the key that signs', ({ world, at }) => {
  at('all signed answers of the run', (conforms) => {
    const keys = once(async (): Promise<SigningKeys> => {
      // Asked anyhow in a full run; where one rule alone was selected there is something to compare.
      await Promise.allSettled(
        personCombinations.map((scopes) =>
          getPerson(world, { scopes, representation: 'application/jose' }),
        ),
      )
      await world.over()
      const answers = [...world.signed]
      if (answers.length === 0) throw new EvidenceUnavailableError('no signed answer came')
      const digests = answers.flatMap(({ jws }) => {
        const certificate = signingCertificate(jws)
        return certificate === undefined ? [] : [keyDigest(certificate)]
      })
      return { answers, before: await world.main.signingKeys([...new Set(digests)]) }
    })

    conforms(oneKeySignsAndLasts, keys, { onWholeRun: true })
  })
})
