import { oldTlsVersions } from '../evidence/tls-reading.ts'
import { certificateIsValidOrNamed } from '../rules/tls/001-certificate-is-valid-or-named.ts'
import { oldVersionsAreRefused } from '../rules/tls/002-old-versions-are-refused.ts'
import { certificateHas14DaysLeft } from '../rules/tls/003-certificate-has-14-days-left.ts'
import { plainHttpIsRefusedOrRedirected } from '../rules/tls/004-plain-http-is-refused-or-redirected.ts'
import { httpsIsAskedForStrictly } from '../rules/tls/005-https-is-asked-for-strictly.ts'
import { tls13IsOffered } from '../rules/tls/006-tls-1-3-is-offered.ts'
import { allScopes } from './declared-scopes.ts'
import { once } from './once.ts'
import { getPerson } from './readings.ts'
import { suite } from './suite.ts'
import { oldTlsReading, plainHttpReading, tlsReading } from './transport.ts'

suite('transport security', ({ world, at }) => {
  at('a handshake like any other', (conforms) => {
    const reading = once(() => tlsReading(world))

    conforms(certificateIsValidOrNamed, reading)
    conforms(certificateHas14DaysLeft, reading)
    conforms(tls13IsOffered, reading)
  })

  for (const version of oldTlsVersions) {
    at(`a handshake of ${version} alone`, (conforms) => {
      conforms(
        oldVersionsAreRefused,
        once(() => oldTlsReading(world, version)),
      )
    })
  }

  at('all scopes, application/json', (conforms) => {
    const asking = { scopes: allScopes(world), representation: 'application/json' } as const

    conforms(
      httpsIsAskedForStrictly,
      once(() => getPerson(world, asking)),
    )
  })

  at('GET over plain http, no Authorization', (conforms) => {
    conforms(
      plainHttpIsRefusedOrRedirected,
      once(() => plainHttpReading(world)),
    )
  })
})
