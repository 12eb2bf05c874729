import type { InEach, Language } from './language.ts'

const plural = (number: number, one: string, more: string): string =>
  `${number} ${number === 1 ? one : more}`

const en = {
  lastRuns: (runs: number, spoken: string) =>
    `The last ${runs} runs, the newest last: ${spoken}. The table below says the same.`,
  asTable: (shown: number, all: number) =>
    `${shown < all ? `The last ${shown} of ${all} runs` : plural(shown, 'run', 'runs')} as a table`,
  runsOf: (environment: string) => `Runs of ${environment}`,
  columns: { run: 'run', verdict: 'verdict', ruleSet: 'rule set' },
  figures: {
    deviations: 'deviations',
    warnings: 'warnings',
    median: 'median ms',
    p95: 'p95 ms',
  },
  deviations: (number: number) => plural(number, 'deviation', 'deviations'),
  answeredNothing: 'The person API answered nothing in the last run.',
  latencyIs: (median: number, p95: number, answers: number) =>
    `Median ${median} ms, 95th percentile ${p95} ms, of ${plural(answers, 'answer', 'answers')}.`,
  latencyOver: (runs: number, median: string, p95: string) =>
    `Over ${runs} runs: median (solid) ${median}, 95th percentile (dashed) ${p95}.`,
  range: (least: number, most: number) => `${least} to ${most} ms`,
  alarm:
    'The register was not put back, the harness broke, or a known deviation must be seen to: see the report.',
  changed: 'Rules that changed',
  latency: 'Latency',
  flakes: 'Flakes',
  nextToEnd: 'Next to end',
  inAllRuns: (verdict: string, runs: number) =>
    `${verdict} in all ${plural(runs, 'run', 'runs')} since`,
  since: (verdict: string) => `${verdict} since`,
  runs: (runs: number) => plural(runs, 'run', 'runs'),
  oneRun: 'One run is known: nothing to compare.',
  noChange: 'None between the last two runs.',
  noRule: 'no rule',
  andMore: (number: number) => `and ${number} more`,
  between: 'Between',
  and: 'and',
  ruleSetBecame: (before: number, now: number) => `; rule set ${before} became ${now}`,
  allAtOnce: 'In the last run every exchange was answered at once.',
  someAgain: (exchanges: number) =>
    `In the last run ${plural(exchanges, 'exchange', 'exchanges')} took more than one attempt.`,
  earlierHadSome: (some: number, runs: number) =>
    `${some} of ${plural(runs, 'earlier run', 'earlier runs')} had some.`,
  attempts: (attempts: number) => `${attempts} attempts`,
  times: (times: number) => `${times} times`,
  backAndForth: (rules: number, runs: number) =>
    `${plural(rules, 'rule', 'rules')} went back and forth between passed and failed in ${plural(runs, 'run', 'runs')} alike:`,
  noEnd: 'No end of a certificate, a client secret or a known deviation is known.',
  soon: 'soon',
  ended: 'ended',
  daysLeft: (days: number) => `${plural(days, 'day', 'days')} left`,
  title: 'environments',
  nav: 'Environments',
  kicker: (environments: number, time: string) =>
    `${plural(environments, 'environment', 'environments')}, latest run ${time}`,
  allConform: (all: number) => (all === 1 ? 'The environment conforms' : `All ${all} conform`),
  someConform: (conforming: number, all: number) =>
    `${conforming} of ${all} ${conforming === 1 ? 'conforms' : 'conform'}`,
}

/** The fixed words of the page of all environments. */
export type IndexWords = typeof en

const nb: IndexWords = {
  lastRuns: (runs, spoken) =>
    `De siste ${runs} kjøringene, den nyeste sist: ${spoken}. Tabellen nedenfor sier det samme.`,
  asTable: (shown, all) =>
    `${shown < all ? `De siste ${shown} av ${all} kjøringer` : plural(shown, 'kjøring', 'kjøringer')} som tabell`,
  runsOf: (environment) => `Kjøringer av ${environment}`,
  columns: { run: 'kjøring', verdict: 'resultat', ruleSet: 'regelsett' },
  figures: { deviations: 'avvik', warnings: 'anmerkninger', median: 'median ms', p95: 'p95 ms' },
  deviations: (number) => `${number} avvik`,
  answeredNothing: 'Person-API-et svarte ikke i den siste kjøringen.',
  latencyIs: (median, p95, answers) =>
    `Median ${median} ms, 95-prosentil ${p95} ms, av ${answers} svar.`,
  latencyOver: (runs, median, p95) =>
    `Over ${runs} kjøringer: median (heltrukket) ${median}, 95-prosentil (stiplet) ${p95}.`,
  range: (least, most) => `${least} til ${most} ms`,
  alarm:
    'Registeret ble ikke satt tilbake, verktøyet sviktet, eller et kjent avvik må følges opp: se rapporten.',
  changed: 'Regler som er endret',
  latency: 'Svartid',
  flakes: 'Ustabile svar',
  nextToEnd: 'Utløper først',
  inAllRuns: (verdict, runs) => `${verdict} i alle ${plural(runs, 'kjøring', 'kjøringer')} siden`,
  since: (verdict) => `${verdict} siden`,
  runs: (runs) => plural(runs, 'kjøring', 'kjøringer'),
  oneRun: 'Én kjøring er kjent: ingenting å sammenligne med.',
  noChange: 'Ingen mellom de to siste kjøringene.',
  noRule: 'ingen regel',
  andMore: (number) => `og ${number} til`,
  between: 'Mellom',
  and: 'og',
  ruleSetBecame: (before, now) => `; regelsett ${before} ble ${now}`,
  allAtOnce: 'I den siste kjøringen ble hver utveksling besvart med en gang.',
  someAgain: (exchanges) =>
    `I den siste kjøringen trengte ${plural(exchanges, 'utveksling', 'utvekslinger')} mer enn ett forsøk.`,
  earlierHadSome: (some, runs) =>
    `${some} av ${plural(runs, 'tidligere kjøring', 'tidligere kjøringer')} hadde noen.`,
  attempts: (attempts) => `${attempts} forsøk`,
  times: (times) => `${times} ganger`,
  backAndForth: (rules, runs) =>
    `${plural(rules, 'regel', 'regler')} vekslet mellom bestått og brutt i ${plural(runs, 'ellers lik kjøring', 'ellers like kjøringer')}:`,
  noEnd:
    'Det er ikke kjent når noe sertifikat, noen klienthemmelighet eller noe kjent avvik utløper.',
  soon: 'snart',
  ended: 'utløpt',
  daysLeft: (days) => `${plural(days, 'dag', 'dager')} igjen`,
  title: 'miljøer',
  nav: 'Miljøer',
  kicker: (environments, time) =>
    `${plural(environments, 'miljø', 'miljøer')}, siste kjøring ${time}`,
  allConform: (all) => (all === 1 ? 'Miljøet samsvarer' : `Alle ${all} samsvarer`),
  someConform: (conforming, all) => `${conforming} av ${all} samsvarer`,
}

const each: InEach<IndexWords> = { en, nb }

/** The words of the page of all environments in a language. */
export const indexWordsIn = (language: Language): IndexWords => each[language]
