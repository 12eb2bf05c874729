import type { LoginReading } from '../../evidence/login.ts'
import { type Finding, fromWire, type Rule } from '../rule.ts'
import { providerMetadata } from './provider-metadata.ts'

/**
 * `state` binds the response to the request, `iss` to the issuer; error responses carry both too.
 * An `iss` that the metadata does not announce must still be the right one.
 */
export const authorizationResponseReturnsStateAndIss: Rule<LoginReading> = {
  id: 'KRR-OP-004',
  title: 'The authorization response returns state, and iss where announced',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC6749-004', 'RFC9207-001'],

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
