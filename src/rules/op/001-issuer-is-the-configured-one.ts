import type { ProviderReading } from '../../evidence/login.ts'
import { orAbsent } from '../or-absent.ts'
import { fromWire, type Rule } from '../rule.ts'
import { providerMetadata } from './provider-metadata.ts'

/**
 * Whoever trusts metadata of another issuer trusts that issuer's keys. Also the rule that fails
 * where there is no metadata at all.
 */
export const issuerIsTheConfiguredOne: Rule<ProviderReading> = {
  id: 'KRR-OP-001',
  title: 'issuer in the metadata is the configured issuer, byte for byte',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['DISC-002'],

  *check(provider) {
    const { response } = provider.metadata
    const metadata = providerMetadata(provider)
    if (response.status !== 200) {
      yield { at: 'status', expected: '200', actual: fromWire(response.status) }
    } else if (metadata === undefined) {
      yield { at: 'content', expected: 'a JSON object', actual: 'something else' }
    } else if (metadata['issuer'] !== provider.configuredIssuer) {
      yield {
        at: '/issuer',
        expected: 'the configured issuer, byte for byte',
        actual: orAbsent(metadata['issuer']),
      }
    }
  },
}
