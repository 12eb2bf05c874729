import type { RuleId } from '../../rules/rule.ts'
import type { SchemaKeyword } from './keyword.ts'

type Where = readonly [keyword: RegExp, pointer: RegExp]

/** The rules of its own that a keyword at a pointer has, beside the one on the whole schema. */
const owners: readonly (readonly [...Where, ...RuleId[]])[] = [
  // A number that is none is nobody's: KRR-BODY-002 leaves it to the rule on its form.
  [/^(type|pattern)$/, /^\/personidentifikator$/, 'KRR-BODY-003'],
  [/^(type|enum)$/, /(^\/(status|reservasjon|varslingsstatus)|_duplisert)$/, 'KRR-BODY-004'],
  [/^(type|enum)$/, /^\/spraak$/, 'KRR-BODY-005'],
  [/^(type|pattern)$/, /(_oppdatert|_sist_verifisert|_sist_validert|tidspunkt)$/, 'KRR-BODY-006'],
  [/^type$/, /^\/sertifikat$/, 'KRR-BODY-015'],
  [/^required$/, /^\/(personidentifikator|reservasjon|status)$/, 'KRR-SCOPE-001'],
]

/** The rules on conditions: whom they are about, by the members that the condition looks at. */
const conditional: readonly (readonly [...Where, ...RuleId[]])[] = [
  [/^forbidden$/, /./, 'KRR-BODY-008'],
  [/^enum$/, /^\/reservasjon$/, 'KRR-BODY-009'],
  [/^enum$/, /^\/varslingsstatus$/, 'KRR-BODY-010'],
  [/^anyOf$/, /./, 'KRR-BODY-024'],
  [/^required$/, /^\/reservasjon$/, 'KRR-SCOPE-001'],
]

/** What may follow from any break in one representation: each for the reason beside it. */
const followers: readonly (readonly [...Where, ...RuleId[]])[] = [
  // The whole schema is judged for the person whatever the member is; of an absent one nothing is left to judge.
  [/./, /^\/kontaktinformasjon/, 'KRR-SCOPE-002', 'KRR-BODY-024', 'KRR-BODY-014'],
  [/./, /^\/(digital_post|sertifikat)/, 'KRR-SCOPE-004', 'KRR-BODY-016', 'KRR-BODY-017'],
  [/./, /^\/digital_post/, 'KRR-BODY-018'],
  // People in special states are asked for with the mailbox scope alone, too.
  [/^forbidden$/, /^\/kontaktinformasjon$/, 'KRR-SCOPE-003'],
  // Of whom has expired nothing then says why the mailbox is filtered.
  [/^(type|enum)$/, /^\/varslingsstatus$/, 'KRR-SCOPE-004'],
  // The least that a token may see is less then.
  [/^required$/, /^\/(personidentifikator|reservasjon|status)$/, 'KRR-SCOPE-007'],
  // The language that was set is not the one that is shown.
  [/^(type|enum)$/, /^\/spraak$/, 'KRR-PATCH-003'],
  // What is no object is no person, whoever asks for it.
  [/^type$/, /^$/, 'KRR-NEG-004', 'KRR-NEG-005'],
]

/** What must trip where a keyword is broken in one representation alone. */
export const ownersOf = (own: SchemaKeyword): readonly [RuleId, ...RuleId[]] => {
  const pointer = pointerOf(own)
  if (pointer === '' && own.keyword === 'type') return ['KRR-BODY-019']
  if (own.condition !== undefined)
    return ['KRR-BODY-001', ...named(conditional, own), 'KRR-NEG-003']
  const isPublished = own.isPublished && own.keyword !== 'required'
  return [
    'KRR-BODY-001',
    ...(isPublished ? (['KRR-SPEC-005'] as const) : []),
    ...named(owners, own),
    'KRR-NEG-003',
  ]
}

/** What may trip as well. */
export const followersOf = (own: SchemaKeyword): readonly RuleId[] => {
  const must = ownersOf(own)
  return [...new Set(named(followers, own))].filter((rule) => !must.includes(rule))
}

/** `/kontaktinformasjon/epostadresse`. */
export const pointerOf = ({ path }: Pick<SchemaKeyword, 'path'>): string =>
  path.map((name) => `/${name}`).join('')

const named = (
  table: readonly (readonly [...Where, ...RuleId[]])[],
  own: SchemaKeyword,
): readonly RuleId[] =>
  table.flatMap(([keyword, pointer, ...rules]) =>
    keyword.test(own.keyword) && pointer.test(pointerOf(own)) ? rules : [],
  )
