import type { SentenceId } from '../rules/citations.ts'
import type { Basis, Level, RuleHeader, RuleId } from '../rules/rule.ts'

const rule = (
  id: RuleId,
  level: Level,
  basis: Basis,
  title: string,
  cited: SentenceId,
): RuleHeader => ({ id, title, level, basis, since: 1, cites: [cited] })

/** A catalogue for tests, in the real one's form and order; its titles are not the real rules'. */
export const sampleRules: readonly RuleHeader[] = [
  rule('KRR-SPEC-001', 'MUST', 'documented', 'the document is OpenAPI', 'PAGE-021'),
  rule('KRR-OP-005', 'MUST', 'standard', 'the token type is Bearer', 'RFC6749-001'),
  rule('KRR-AUTH-001', 'MUST', 'standard', 'nobody is let in without credentials', 'RFC6750-002'),
  rule('KRR-SCOPE-003', 'MUST', 'documented', 'no contact data without its scope', 'PAGE-002'),
  rule('KRR-SCOPE-011', 'SHOULD', 'documented', 'no language without its scope', 'PAGE-002'),
  rule(
    'KRR-BODY-006',
    'MUST',
    'documented',
    'timestamps are real instants in one of the documented forms',
    'PAGE-031',
  ),
  rule('KRR-BODY-021', 'INFO', 'observed', 'members are those of the contract', 'PAGE-002'),
  rule('KRR-NEG-002', 'MUST', 'documented', 'application/jose yields a JWS', 'PAGE-021'),
  rule(
    'KRR-JWS-003',
    'MUST',
    'observed',
    'the signature verifies with the key of x5c[0]',
    'RFC7515-004',
  ),
  rule(
    'KRR-JWS-006',
    'MUST',
    'standard',
    'the chain leads to a configured trust anchor',
    'RFC7515-003',
  ),
  rule('KRR-PATCH-003', 'MUST', 'documented', 'the next GET shows the new språk', 'PAGE-021'),
  rule('KRR-HTTP-002', 'MUST', 'standard', '405 carries Allow', 'RFC9110-029'),
  rule('KRR-HTTP-005', 'SHOULD', 'standard', 'content types are not sniffed', 'RFC9110-029'),
]
