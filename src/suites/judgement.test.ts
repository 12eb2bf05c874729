import { describe, expect, test } from 'vitest'
import { createMasker } from '../evidence/masking/masker.ts'
import { pseudonymsWith, randomKey } from '../evidence/masking/pseudonym.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { fromDocument, fromWire, type Rule } from '../rules/rule.ts'
import { judge } from './judgement.ts'
import { once } from './once.ts'

interface Sample {
  readonly value: string
}

const valueIsRight: Rule<Sample> = {
  id: 'KRR-HTTP-999',
  title: 'the value is right',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-001'],
  notApplicable: ({ value }) => (value === 'none' ? 'there is no value' : undefined),
  *check({ value }) {
    if (value.startsWith('wrong'))
      yield { at: '/epostadresse', expected: 'right', actual: fromWire(value) }
    if (value === 'crash') throw new TypeError('cannot read it')
  },
  met: ({ value }) => (value === 'right' ? 'the right one' : undefined),
}

/** A rule without anything it may have. */
const plain: Rule<unknown> = {
  id: 'KRR-HTTP-999',
  title: 'anything goes',
  level: 'MUST',
  basis: 'standard',
  since: 1,
  cites: ['RFC9110-001'],
  check: () => [],
}
const exchange = { request: {}, response: { fields: [], content: new Uint8Array() } }

const masker = createMasker(pseudonymsWith(randomKey()), false)
const judged = (gather: () => Promise<Sample>, again?: () => Promise<Sample>) =>
  judge(valueIsRight, once(gather), { where: 'here', masker, again })

describe('judgement', () => {
  test('on evidence that carries a warning only, the level is told', async () => {
    const rule: Rule<Sample> = {
      ...valueIsRight,
      levelFor: ({ value }) => (value === 'wrong for sure' ? 'MUST' : 'SHOULD'),
    }
    const judgedAs = (value: string) =>
      judge(
        rule,
        once(async () => ({ value })),
        { where: 'here', masker },
      )
    expect(await judgedAs('wrong')).toMatchObject({ verdict: 'failed', level: 'SHOULD' })
    expect(await judgedAs('wrong for sure')).not.toHaveProperty('level')
  })

  test('without a finding a rule has passed, and says which reading it met', async () => {
    expect(await judged(async () => ({ value: 'right' }))).toMatchObject({
      verdict: 'passed',
      met: 'the right one',
      findings: [],
    })
  })

  test('with a finding it has failed, and the value from the wire is masked by its member', async () => {
    const { verdict, findings } = await judged(async () => ({ value: 'wrong@example.com' }))
    expect(verdict).toBe('failed')
    expect(findings).toEqual([
      {
        at: '/epostadresse',
        expected: 'right',
        actual: expect.stringMatching(/^\[epostadresse as address, 17 characters, #[0-9a-f]{8}\]$/),
      },
    ])
  })

  test('a condition that does not hold makes it not applicable, with the reason', async () => {
    expect(await judged(async () => ({ value: 'none' }))).toEqual({
      where: 'here',
      verdict: 'not-applicable',
      reason: 'there is no value',
      findings: [],
      evidence: [],
    })
  })

  test('without evidence it is what the error says, never failed', async () => {
    const refuse = (verdict: 'inconclusive' | 'not-exercised') => async (): Promise<Sample> => {
      throw new EvidenceUnavailableError('no answer', { verdict })
    }
    expect(await judged(refuse('inconclusive'))).toEqual({
      where: 'here',
      verdict: 'inconclusive',
      reason: 'no answer',
      findings: [],
      evidence: [],
    })
    expect(await judged(refuse('not-exercised'))).toMatchObject({ verdict: 'not-exercised' })
  })

  test('a rule that throws is the harness breaking, not the target', async () => {
    expect(await judged(async () => ({ value: 'crash' }))).toMatchObject({
      verdict: 'errored',
      reason: 'KRR-HTTP-999, here, on 0 bytes in 0 answers: TypeError: cannot read it',
    })
  })

  test('a difference that does not come again is interference', async () => {
    const wrong = async () => ({ value: 'wrong' })
    expect(await judged(wrong, async () => ({ value: 'right' }))).toEqual({
      where: 'here',
      verdict: 'inconclusive',
      reason:
        'a difference that a further reading did not repeat: somebody else changed the person',
      findings: [],
      evidence: [],
    })
    expect(await judged(wrong, wrong)).toMatchObject({ verdict: 'failed' })
  })
})

describe('a rule that goes by the clock', () => {
  const judgedBy = (byClock: boolean, trouble: string | undefined) =>
    judge(
      byClock ? { ...plain, byClock: true } : plain,
      once(async () => ({ id: 'x-001', ...exchange })),
      {
        where: 'here',
        masker,
        clockTrouble: once(async () => trouble),
      },
    )

  test('cannot judge where the clock is wrong', async () => {
    expect(await judgedBy(true, 'it is an hour late')).toEqual({
      where: 'here',
      verdict: 'inconclusive',
      reason: 'it is an hour late',
      obstacle: { kind: 'clock' },
      findings: [],
      evidence: ['x-001'],
    })
  })

  test('judges where nothing is wrong with it, or nobody looked', async () => {
    expect(await judgedBy(true, undefined)).toMatchObject({ verdict: 'passed' })
    const nobody = { where: 'here', masker }
    expect(
      await judge(
        { ...plain, byClock: true },
        once(async () => ''),
        nobody,
      ),
    ).toMatchObject({ verdict: 'passed' })
  })

  test('is told from one that does not', async () => {
    expect(await judgedBy(false, 'it is an hour late')).toMatchObject({ verdict: 'passed' })
  })
})

describe('an observation', () => {
  const evidenceOf = async (subject: unknown) =>
    (
      await judge(
        plain,
        once(async () => subject),
        { where: 'here', masker },
      )
    ).evidence

  test('names each exchange of its subject once, in order, wherever the subject holds it', async () => {
    const [one, other] = [
      { id: 'x-001', ...exchange },
      { id: 'x-002', ...exchange },
    ]
    expect(
      await evidenceOf({ one, more: [other, one], bytes: new Uint8Array(2), none: null }),
    ).toEqual(['x-001', 'x-002'])
    expect(await evidenceOf({ a: { b: { c: { d: one } } } })).toEqual(['x-001'])
  })

  test('names nothing that is no exchange, and ends on a subject that holds itself', async () => {
    const { request, response } = exchange
    const circle: { self?: unknown } = {}
    circle.self = circle
    const parts = [
      { id: 'a', request },
      { id: 'b', response },
      { request, response },
    ]
    expect(await evidenceOf([...parts, 'id', circle])).toEqual([])
  })
})

describe('in production', () => {
  const judgedThere = <Subject>(rule: Rule<Subject>, gather: () => Promise<Subject>) =>
    judge(rule, once(gather), { where: 'here', masker, production: true })

  test('a rule that is judged by what never goes there asks for nothing', async () => {
    let asked = 0
    const ask = async () => {
      asked += 1
    }
    expect(await judgedThere({ ...plain, intrusive: true }, ask)).toMatchObject({
      verdict: 'not-exercised',
      reason: 'intrusive: never sent to production',
    })
    expect(asked).toBe(0)
    expect((await judgedThere(plain, ask)).verdict).toBe('passed')
    expect(asked).toBe(1)
  })

  test('a rule whose own words tell of the person says others', async () => {
    const rule = { ...valueIsRight, tellsOfPerson: true } as const
    const told = async (own: Rule<Sample>, value: string) =>
      JSON.stringify(await judgedThere(own, async () => ({ value })))
    const words: readonly (readonly [value: string, own: string, instead: string])[] = [
      ['none', 'there is no value', 'condition does not hold for this person'],
      ['right', 'the right one', 'passed'],
      ['wrong', '"expected":"right"', rule.title],
    ]
    for (const [value, own, instead] of words) {
      expect(await told(valueIsRight, value)).toContain(own)
      expect(await told(rule, value)).not.toContain(own)
      expect(await told(rule, value)).toContain(instead)
    }
  })
})

describe('what is shown of a finding', () => {
  const shownAt = async (at: string, value: unknown) => {
    const rule = { ...plain, check: () => [{ at, expected: 'right', actual: fromWire(value) }] }
    const { findings } = await judge(
      rule,
      once(async () => ''),
      { where: 'here', masker },
    )
    return findings[0]?.actual.replace(/#[0-9a-f]{8}\]$/, '#]')
  }

  test.each([
    ['/status', 'AKTIV', '"AKTIV"'],
    ['/adresse', 'Gata 1', '[address, 6 characters, #]'],
    ['/epostadresse/10', 'a@b.no', '[epostadresse as address, 6 characters, #]'],
    ['/epostadresse/linje1', 'Gata 1', '[string, 6 characters, #]'],
    ['/epostadresse/1linje', 'Gata 1', '[string, 6 characters, #]'],
    ['/a/epostadresse', 'a@b.no', '[epostadresse as address, 6 characters, #]'],
    ['/kontaktinformasjon', { status: 'AKTIV' }, '{"status":"AKTIV"}'],
    ['status', 404, '404'],
    ['X-Kind/', 'Gata 1', '"Gata 1"'],
    ['/sertifikat', undefined, 'absent'],
  ])('%s: %j is shown as %s', async (at, value, shown) => {
    expect(await shownAt(at, value)).toBe(shown)
  })

  test('is cut after 500 characters', async () => {
    const longest = 'ab '.repeat(166)
    expect(await shownAt('content', longest)).toBe(JSON.stringify(longest))
    expect(await shownAt('content', `${longest}c`)).toBe(`"${longest}c [cut]`)
  })

  test('what passes on an answer of which more came than is read is inconclusive, what fails is not', async () => {
    const response = { ...exchange.response, isCut: true }
    const cut = { id: 'x-1', label: 'GET person', request: {}, response, value: 'right' }
    const onCut = (value: string) => judged(async () => ({ value, cut }) as Sample)
    expect(await onCut('right')).toMatchObject({
      verdict: 'inconclusive',
      reason: 'GET person: the content has more than 1 MiB, which is more than is read',
    })
    expect(await onCut('wrong')).toMatchObject({ verdict: 'failed' })
  })

  test('of a rule that throws its name, the place and the size of what it judged are told', async () => {
    const cut = { id: 'x-1', request: {}, response: { fields: [], content: new Uint8Array(7) } }
    expect(await judged(async () => ({ value: 'crash', cut }) as Sample)).toMatchObject({
      verdict: 'errored',
      reason: 'KRR-HTTP-999, here, on 7 bytes in 1 answers: TypeError: cannot read it',
    })
  })

  test('no more findings are gathered than anybody reads, and none is longer', async () => {
    let made = 0
    const rule: Rule<unknown> = {
      ...plain,
      *check() {
        for (;;) {
          made += 1
          yield { at: 'content', expected: 'a '.repeat(5_000), actual: 'b' }
        }
      },
    }
    const gather = once(async () => ({}))
    const { findings } = await judge(rule, gather, { where: 'here', masker })
    expect(findings).toHaveLength(101)
    expect(findings.at(-1)).toEqual({
      at: '',
      expected: 'no further deviation',
      actual: 'more than 100',
    })
    expect(findings[0]?.expected.length).toBe(2_006)
    expect(made).toBe(101)
  })

  test('words of a published document are shown, a person in it is not, nor in the name of a member', async () => {
    const finding = { at: '/epostadresse', expected: 'as before' }
    const rule: Rule<unknown> = {
      ...plain,
      *check() {
        yield { ...finding, actual: fromDocument('string became string or null') }
        yield { ...finding, at: '/$ref', actual: fromDocument('#/components/schemas/None') }
        yield { ...finding, actual: fromDocument(['AKTIV', '20914695016']) }
        yield { ...finding, at: '/Kari Nordmann/0/x5c', actual: fromWire('kari') }
      },
    }
    const { findings } = await judge(
      rule,
      once(async () => exchange),
      { where: 'here', masker },
    )
    expect(findings.map(({ actual }) => actual.replace(/#\w{8}/, '#'))).toEqual([
      '"string became string or null"',
      '"#/components/schemas/None"',
      '["AKTIV","[pid as digits, 11 characters, #]"]',
      '[string as lower case, 4 characters, #]',
    ])
    expect(findings[3]?.at).toMatch(/^\/\[string, 13 characters, #\w{8}\]\/0\/x5c$/)
  })
})
