import type { Basis, Level, RuleHeader, RuleId } from '../rules/rule.ts'
import { BRUKERSPESIFIKT_OPPSLAG, RFC_6750, RFC_7515, RFC_9110 } from '../rules/sources.ts'

const rule = (
  id: RuleId,
  level: Level,
  basis: Basis,
  title: string,
  ...citations: readonly [RuleHeader['citations'][number], ...RuleHeader['citations'][number][]]
): RuleHeader => ({ id, title, level, basis, citations })

const page = (section: string, quote?: string): RuleHeader['citations'][number] => ({
  source: BRUKERSPESIFIKT_OPPSLAG,
  section,
  ...(quote === undefined ? {} : { quote }),
})

/** A catalogue for tests, in the real one's form and order; its titles are not the real rules'. */
export const sampleRules: readonly RuleHeader[] = [
  rule('KRR-SPEC-001', 'MUST', 'documented', 'the document is OpenAPI', page('API-endepunkt')),
  rule('KRR-OP-005', 'MUST', 'standard', 'the token type is Bearer', {
    source: RFC_6750,
    section: '6.1.1',
  }),
  rule('KRR-AUTH-001', 'MUST', 'standard', 'nobody is let in without credentials', {
    source: RFC_6750,
    section: '3.1',
  }),
  rule('KRR-SCOPE-003', 'MUST', 'documented', 'no contact data without its scope', page('scope')),
  rule('KRR-SCOPE-011', 'SHOULD', 'documented', 'no language without its scope', page('scope')),
  rule(
    'KRR-BODY-006',
    'MUST',
    'documented',
    'timestamps are real instants in one of the documented forms',
    page('Eksempel på respons', '"epostadresse_oppdatert" : "2018-06-29T10:14:52+02"'),
  ),
  rule('KRR-BODY-021', 'INFO', 'observed', 'members are those of the contract', page('respons')),
  rule('KRR-NEG-002', 'MUST', 'documented', 'application/jose yields a JWS', page('Accept')),
  rule('KRR-JWS-003', 'MUST', 'observed', 'the signature verifies with the key of x5c[0]', {
    source: RFC_7515,
    section: '4.1.6',
    quote: 'The key used to digitally sign the JWS',
  }),
  rule('KRR-JWS-006', 'MUST', 'standard', 'the chain leads to a configured trust anchor', {
    source: RFC_7515,
    section: '4.1.6',
  }),
  rule('KRR-PATCH-003', 'MUST', 'documented', 'the next GET shows the new språk', page('språk')),
  rule('KRR-HTTP-002', 'MUST', 'standard', '405 carries Allow', {
    source: RFC_9110,
    section: '15.5.6',
    quote: 'MUST generate an Allow header field',
  }),
  rule('KRR-HTTP-005', 'SHOULD', 'standard', 'content types are not sniffed', {
    source: RFC_9110,
    section: '8.3',
  }),
]
