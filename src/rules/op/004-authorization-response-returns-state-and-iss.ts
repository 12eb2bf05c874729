import type { LoginReading } from '../../evidence/login.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { RFC_6749, RFC_9207 } from '../sources.ts'
import { providerMetadata } from './provider-metadata.ts'

/**
 * `state` binds the response to the request, `iss` to the issuer; error responses carry both too.
 * An `iss` that the metadata does not announce must still be the right one.
 */
export const authorizationResponseReturnsStateAndIss: Rule<LoginReading> = {
  id: 'KRR-OP-004',
  title: 'the authorization response returns state, and iss where announced',
  level: 'MUST',
  basis: 'standard',
  citations: [
    {
      source: RFC_6749,
      section: '4.1.2',
      quote: 'The exact value received from the client.',
    },
    {
      source: RFC_9207,
      section: '2',
      quote:
        'an authorization server supporting this specification MUST indicate its identity by including the iss parameter in the response.',
    },
  ],

  *check(login) {
    yield* once(login, 'state', { value: login.request.state, words: 'the state that was sent' })
    const isAnnounced =
      providerMetadata(login.provider)?.['authorization_response_iss_parameter_supported'] === true
    if (isAnnounced || valuesOf(login, 'iss').length > 0) {
      const value = login.provider.configuredIssuer
      yield* once(login, 'iss', { value, words: 'the configured issuer' })
    }
  },
}

function* once(
  login: LoginReading,
  name: string,
  expected: { readonly value: string; readonly words: string },
): Generator<Finding> {
  const values = valuesOf(login, name)
  if (values.length !== 1 || values[0] !== expected.value) {
    yield {
      at: name,
      expected: `${expected.words}, once`,
      actual: values.length === 0 ? 'absent' : fromWire(values.join(', ')),
    }
  }
}

const valuesOf = ({ callback }: LoginReading, name: string): readonly string[] =>
  callback.filter(([own]) => own === name).map(([, value]) => value)
