import type { InEach, Language } from './language.ts'

const plural = (number: number, one: string, more: string): string =>
  `${number} ${number === 1 ? one : more}`

const en = {
  deviations: 'Deviations',
  notJudged: 'Not judged',
  warnings: 'Warnings',
  observed: 'Observed',
  figures: 'Figures',
  columns: ['rule', 'level', 'verdict', 'why'],
  more: (number: number) => `and ${number} more: report.html`,
  moreFindings: (number: number) =>
    `and ${plural(number, 'more finding', 'more findings')}: report.html`,
  sameCause: (rule: string) => `same cause as ${rule}`,
  expected: 'expected',
  received: 'received',
  inPlaces: (places: number) => `in ${places} places`,
  andMore: (number: number) => ` and ${number} more`,
  seeAgain: 'See it again',
  byBasis: (promised: number, standard: number) =>
    `Failed MUST rules by basis: ${promised} documented or observed, ${standard} standard.`,
  run: 'Run',
  of: 'of',
  counts: (requests: number, logins: number) =>
    `${plural(requests, 'request', 'requests')}, ${plural(logins, 'login', 'logins')}`,
  loggedInBefore: (at: string) => ` (one was made before the run, at ${at})`,
  issuer: 'issuer',
  contract: 'contract',
  ruleSet: 'rule set',
  since: (time: string) => `So since the run of ${time}.`,
  noneRemembered: 'No earlier run is remembered.',
  before: (verdict: string, runs: number, time: string) =>
    `Before, it was ${verdict} in ${plural(runs, 'run', 'runs')} since ${time}.`,
  failsNow: (rules: string) => `Fails now and did not before: ${rules}.`,
  failedBefore: (rules: string) => `Failed before and does not now: ${rules}.`,
  title: (environment: string, verdict: string, before: string | undefined) =>
    `KRR environment ${environment}: ${verdict}${before === undefined ? '' : ` (was ${before})`}`,
  with: (rules: string) => `With it of the same cause: ${rules}.`,
  next: 'Next',
  job: 'Job',
  judgedUntil: (time: string) => `Judged until ${time}.`,
}

/** The fixed words of summary and notices. */
export type SummaryWords = typeof en

const nb: SummaryWords = {
  deviations: 'Avvik',
  notJudged: 'Ikke vurdert',
  warnings: 'Anmerkninger',
  observed: 'Observert',
  figures: 'Tall',
  columns: ['regel', 'nivå', 'resultat', 'hvorfor'],
  more: (number) => `og ${number} til: report.html`,
  moreFindings: (number) => `og ${plural(number, 'funn', 'funn')} til: report.html`,
  sameCause: (rule) => `samme årsak som ${rule}`,
  expected: 'forventet',
  received: 'mottatt',
  inPlaces: (places) => `${places} steder`,
  andMore: (number) => ` og ${number} til`,
  seeAgain: 'Se det igjen',
  byBasis: (promised, standard) =>
    `Brutte MUST-regler etter grunnlag: ${promised} dokumentert eller observert, ${standard} standard.`,
  run: 'Kjøring',
  of: 'fra',
  counts: (requests, logins) =>
    `${plural(requests, 'forespørsel', 'forespørsler')}, ${plural(logins, 'innlogging', 'innlogginger')}`,
  loggedInBefore: (at) => ` (én ble gjort før kjøringen, ${at})`,
  issuer: 'utsteder',
  contract: 'kontrakt',
  ruleSet: 'regelsett',
  since: (time) => `Slik siden kjøringen ${time}.`,
  noneRemembered: 'Ingen tidligere kjøring er husket.',
  before: (verdict, runs, time) =>
    `Før det: ${verdict} i ${plural(runs, 'kjøring', 'kjøringer')} siden ${time}.`,
  failsNow: (rules) => `Brutt nå og ikke før: ${rules}.`,
  failedBefore: (rules) => `Brutt før og ikke nå: ${rules}.`,
  title: (environment, verdict, before) =>
    `KRR-miljøet ${environment}: ${verdict}${before === undefined ? '' : ` (før: ${before})`}`,
  with: (rules) => `Med samme årsak: ${rules}.`,
  next: 'Neste',
  job: 'Jobb',
  judgedUntil: (time) => `Vurdert til ${time}.`,
}

const each: InEach<SummaryWords> = { en, nb }

/** The words of summary and notices in a language. */
export const summaryWordsIn = (language: Language): SummaryWords => each[language]
