import type { ConformanceReport, PictureCell, RecordedExchange, RuleResult } from './model.ts'
import { observation, sampleReport } from './sample-report.fixture.ts'

/** A report of so many deviations and exchanges, each as heavy as a real one, with everything a page can show. */
export const largeReport = (size: {
  readonly deviations: number
  readonly exchanges: number
}): ConformanceReport => {
  const report = sampleReport('deviating')
  const exchanges = Array.from({ length: size.exchanges }, (_, index) =>
    exchangeOf(report, index + 1),
  )
  const [rule] = report.rules
  const deviating = Array.from({ length: size.deviations }, (_, index) =>
    rule === undefined ? [] : [deviationOf(rule, index, exchanges)],
  ).flat()
  return { ...report, rules: [...report.rules, ...deviating], exchanges, picture }
}

const idOf = (number: number): string => `x-${String(number).padStart(3, '0')}`

const exchangeOf = ({ exchanges }: ConformanceReport, number: number): RecordedExchange => {
  const sample = exchanges[number % exchanges.length]
  if (sample === undefined) throw new RangeError('the sample has exchanges')
  const fields = Array.from(
    { length: 9 },
    (_, at) => [`X-Field-${at}`, 'value '.repeat(4)] as const,
  )
  const content = JSON.stringify({
    status: 'AKTIV',
    epostadresse: '[epostadresse, 16 characters, #1]',
    spraak: 'nb',
    tekst: 'ærlig '.repeat(60),
  })
  return {
    ...sample,
    id: idOf(number),
    response: { ...sample.response, fields, content, contentType: 'application/json' },
  }
}

const deviationOf = (
  rule: RuleResult,
  index: number,
  exchanges: readonly RecordedExchange[],
): RuleResult => ({
  ...rule,
  id: `KRR-SPEC-${100 + index}`,
  title: `the ${index + 1}th promise of the document is kept`,
  verdict: 'failed',
  citations: [
    {
      source: 'Oppslag ved innlogget bruker',
      url: 'https://docs.digdir.no/x',
      section: 'scope',
      quote: 'Returnerer epostadresse og mobilnummer + tidspunkt for sist oppdatering',
    },
  ],
  observations: Array.from({ length: 28 }, (_, at) =>
    observation(at % 2 === 0 ? 'failed' : 'passed', {
      where: `kontaktinformasjon+digitalpost+spraak, application/json, place ${at}`,
      evidence: [idOf(((index * 28 + at) % Math.max(1, exchanges.length)) + 1)],
      findings:
        at % 2 === 0
          ? [
              {
                at: `/member/${at % 6}`,
                expected: 'one of nb, nn, en, se',
                actual: `one of nb, nn, en, de ${at % 6}`,
              },
            ]
          : [],
    }),
  ),
})

const memberStates = [
  ['personidentifikator', 'required', true],
  ['reservasjon', 'required', false],
  ['reservasjonstidspunkt', 'allowed', false],
  ['kontaktinformasjon', 'withheld', false],
  ['kontaktinformasjon/epostadresse', 'withheld', true],
] as const

/** Every state that a member can be in. */
const picture: readonly PictureCell[] = [
  [],
  ['kontaktinformasjon'],
  ['digitalpost'],
  ['kontaktinformasjon', 'digitalpost'],
  ['spraak'],
  ['kontaktinformasjon', 'spraak'],
  ['digitalpost', 'spraak'],
  ['kontaktinformasjon', 'digitalpost', 'spraak'],
].flatMap((scopes, index) =>
  (['application/json', 'application/jose'] as const).map((representation) => ({
    scopes,
    representation,
    exchange: 'x-001',
    status: index === 0 ? 403 : index === 7 ? 500 : 200,
    members:
      index === 0 || index === 7
        ? []
        : memberStates.map(([name, expected, came]) => ({ name, expected, came })),
    unknown: index === 3 ? 1 : 0,
  })),
)
