import type { EnvironmentVerdict, Verdict } from '../model.ts'
import type { InEach, Language } from './language.ts'

type VerdictNames = Readonly<Record<EnvironmentVerdict, string>>
type RuleVerdictNames = Readonly<Record<Verdict | 'warning' | 'observed', string>>

const plural = (number: number, one: string, more: string): string =>
  `${number} ${number === 1 ? one : more}`

const environmentVerdicts: VerdictNames = {
  conformant: 'conformant',
  deviating: 'deviating',
  'deviating (known)': 'deviating (known)',
  inconclusive: 'inconclusive',
  partial: 'partial',
}
const ruleVerdicts: RuleVerdictNames = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'inconclusive',
  'not-applicable': 'not-applicable',
  'not-exercised': 'not-exercised',
  errored: 'errored',
  'not-run': 'not-run',
  warning: 'warning',
  observed: 'observed',
}

const en = {
  environmentVerdicts,
  ruleVerdicts,
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  interrupted: 'interrupted',
  conforms: (environment: string, musts: number, but: string) =>
    `Environment ${environment} conforms: ${plural(musts, 'MUST rule', 'MUST rules')} passed, none failed${but}.`,
  deviates: (environment: string, failures: string) =>
    `Environment ${environment} deviates from the contract: ${failures}.`,
  deviatesAsKnown: (environment: string, failures: string) =>
    `Environment ${environment} deviates from the contract, only in what is known and has not expired: ${failures}.`,
  notJudged: (environment: string, gaps: string) =>
    `Environment ${environment} could not be judged: no failure was found, but ${gaps}.`,
  inPart: (environment: string, isInterrupted: boolean, partly: string) =>
    `Environment ${environment} was judged in part${isInterrupted ? ', for the run was interrupted' : ''}: ${partly}. No gate accepts a partial run.`,
  listsWhatIsGone: 'known-deviations.yaml lists what is gone',
  mustBePutRight: 'known-deviations.yaml must be put right',
  but: (what: string) => `, but ${what}`,
  mustsFailed: (number: number, bases: string) =>
    `${plural(number, 'MUST rule', 'MUST rules')} failed (${bases})`,
  documents: (number: number | undefined, it: string) =>
    number === undefined ? `Digdir documents ${it}` : `Digdir documents ${number}`,
  demands: (number: number | undefined, it: string) =>
    number === undefined ? `a standard demands ${it}` : `a standard demands ${number}`,
  states: (number: number | undefined, it: string) =>
    number === undefined ? `nobody states ${it}` : `nobody states ${number}`,
  it: (number: number): string => (number === 1 ? 'it' : 'them'),
  mustsNotJudged: (number: number) =>
    `${plural(number, 'MUST rule', 'MUST rules')} could not be judged`,
  nonePassedIn: (areas: string) => `no MUST rule passed in ${areas}`,
  and: ', and ',
  rulesPassed: (number: number) => `${plural(number, 'rule', 'rules')} passed`,
  noMustFailed: 'no MUST rule failed',
  harnessBroke: (rules: string) => `The harness itself broke in ${rules}.`,
  userGone: (key: string) =>
    `The test user is gone or was reset (KRR-SCOPE-013): choose another one, or name in ${key} what this one has.`,
  neverShown: (members: string, key: string) =>
    `No combination of scopes shows ${members}, which ${key} names: the test user is gone or was reset, or the API withholds it.`,
  isNew: 'new: the run before did not fail it',
  failsSince: (time: string, isFirst: boolean, runs: number) =>
    `fails since ${time}${isFirst ? ', the first that is remembered' : ''}, ${plural(runs, 'run', 'runs')} before this one`,
  andMore: (number: number) => `and ${number} more`,
  failedAtFirst: (number: number, kinds: string, before: string) =>
    `${plural(number, 'request', 'requests')} failed at first and succeeded when sent again (${kinds})${before}.`,
  flakesBefore: (flakes: number, runs: number) =>
    `; ${flakes} in the ${runs === 1 ? 'run' : `${runs} runs`} before`,
  mustsSetAside: (
    number: number,
    how: 'not exercised' | 'only partly checked' | 'not applicable',
  ) => `${plural(number, 'MUST rule', 'MUST rules')} ${how}`,
  declared: (number: number, scopes: string) =>
    `${plural(number, 'MUST rule', 'MUST rules')} not applicable by declaration (the client is registered for ${scopes} alone)`,
  noReason: 'no reason given',
  moreLikeIt: (number: number) => `and ${number} more like it`,
  known: 'Known',
  knownUntil: (rule: string, day: string, owner: string) => `${rule} until ${day} (${owner})`,
  unset: 'unset',
  unknownLanguage: 'unknown',
  notLeftAsFound: (lasting: string, left: string) =>
    `The person was NOT left as found: ${lasting}. The language is: ${left}. Set that right by other means, or reset the test user, before the next run: it takes what it finds for the person as they are.`,
  notPutBack: (found: string, left: string, because: string, isLasting: boolean) =>
    `The language was NOT put back: found ${found}, left ${left}${because}.${isLasting ? ' Set that right by other means, or reset the test user, before the next run: it takes what it finds for the person as they are.' : ''}`,
  nothingWritten: (because: string) => `Nothing was written to the register${because}.`,
  asFound: (left: string, because: string) => `The language is as it was found: ${left}${because}.`,
}

/** The sentences about a run: verdict, alarms, what was set aside, the register. */
export type Sentences = typeof en

const nb: Sentences = {
  environmentVerdicts: {
    conformant: 'samsvarer',
    deviating: 'avviker',
    'deviating (known)': 'avviker (kjent)',
    inconclusive: 'uavklart',
    partial: 'delvis',
  },
  ruleVerdicts: {
    passed: 'bestått',
    failed: 'avvik',
    inconclusive: 'uavklart',
    'not-applicable': 'ikke aktuell',
    'not-exercised': 'utelatt',
    errored: 'verktøyfeil',
    'not-run': 'ikke kjørt',
    warning: 'anmerkning',
    observed: 'observert',
  },
  months: 'jan. feb. mars april mai juni juli aug. sep. okt. nov. des.',
  interrupted: 'avbrutt',
  conforms: (environment, musts, but) =>
    `Miljøet ${environment} samsvarer med kontrakten: ${plural(musts, 'MUST-regel', 'MUST-regler')} er bestått, ingen er brutt${but}.`,
  deviates: (environment, failures) =>
    `Miljøet ${environment} avviker fra kontrakten: ${failures}.`,
  deviatesAsKnown: (environment, failures) =>
    `Miljøet ${environment} avviker fra kontrakten, men bare i det som er kjent og ikke utløpt: ${failures}.`,
  notJudged: (environment, gaps) =>
    `Miljøet ${environment} kunne ikke vurderes: Ingen avvik er funnet, men ${gaps}.`,
  inPart: (environment, isInterrupted, partly) =>
    `Miljøet ${environment} er vurdert delvis${isInterrupted ? ', fordi kjøringen ble avbrutt' : ''}: ${partly}. Ingen port godtar en delvis kjøring.`,
  listsWhatIsGone: 'known-deviations.yaml nevner noe som er borte',
  mustBePutRight: 'known-deviations.yaml må rettes',
  but: (what) => `, men ${what}`,
  mustsFailed: (number, bases) =>
    `${plural(number, 'MUST-regel', 'MUST-regler')} er brutt (${bases})`,
  documents: (number, it) =>
    number === undefined ? `Digdir dokumenterer ${it}` : `Digdir dokumenterer ${number}`,
  demands: (number, it) =>
    number === undefined ? `en standard krever ${it}` : `en standard krever ${number}`,
  states: (number, it) =>
    number === undefined ? `ingen kilde sier ${it} direkte` : `ingen kilde sier ${number} direkte`,
  it: (number) => (number === 1 ? 'den' : 'dem'),
  mustsNotJudged: (number) => `${plural(number, 'MUST-regel', 'MUST-regler')} kunne ikke vurderes`,
  nonePassedIn: (areas) => `ingen MUST-regel er bestått i ${areas}`,
  and: ', og ',
  rulesPassed: (number) => `${plural(number, 'regel', 'regler')} er bestått`,
  noMustFailed: 'ingen MUST-regel er brutt',
  harnessBroke: (rules) => `Verktøyet selv sviktet i ${rules}.`,
  userGone: (key) =>
    `Testbrukeren er borte eller tilbakestilt (KRR-SCOPE-013): Velg en annen, eller oppgi i ${key} hva denne har.`,
  neverShown: (members, key) =>
    `Ingen kombinasjon av scope viser ${members}, som ${key} nevner: Testbrukeren er borte eller tilbakestilt, eller API-et holder det tilbake.`,
  isNew: 'ny: forrige kjøring hadde ikke avviket',
  failsSince: (time, isFirst, runs) =>
    `brutt siden ${time}${isFirst ? ', den første kjøringen som er husket' : ''}, ${plural(runs, 'kjøring', 'kjøringer')} før denne`,
  andMore: (number) => `og ${number} til`,
  failedAtFirst: (number, kinds, before) =>
    `${plural(number, 'forespørsel', 'forespørsler')} feilet først og lyktes da de ble sendt på nytt (${kinds})${before}.`,
  flakesBefore: (flakes, runs) =>
    `; ${flakes} i ${runs === 1 ? 'kjøringen' : `de ${runs} kjøringene`} før`,
  mustsSetAside: (number, how) =>
    `${plural(number, 'MUST-regel', 'MUST-regler')} er ${{ 'not exercised': 'utelatt', 'only partly checked': 'bare delvis kontrollert', 'not applicable': 'ikke aktuelle' }[how]}`,
  declared: (number, scopes) =>
    `${plural(number, 'MUST-regel', 'MUST-regler')} er ikke aktuelle, fordi klienten bare er registrert for ${scopes}`,
  noReason: 'ingen grunn oppgitt',
  moreLikeIt: (number) => `og ${number} av samme slag`,
  known: 'Kjent',
  knownUntil: (rule, day, owner) => `${rule} til ${day} (${owner})`,
  unset: 'ikke satt',
  unknownLanguage: 'ukjent',
  notLeftAsFound: (lasting, left) =>
    `Personen er IKKE etterlatt slik den ble funnet: ${lasting}. Språket er: ${left}. Rett dette på annen måte, eller tilbakestill testbrukeren, før neste kjøring: Den tar det den finner, for å være riktig.`,
  notPutBack: (found, left, because, isLasting) =>
    `Språket ble IKKE satt tilbake: funnet ${found}, etterlatt ${left}${because}.${isLasting ? ' Rett dette på annen måte, eller tilbakestill testbrukeren, før neste kjøring: Den tar det den finner, for å være riktig.' : ''}`,
  nothingWritten: (because) => `Ingenting ble skrevet til registeret${because}.`,
  asFound: (left, because) => `Språket er slik det ble funnet: ${left}${because}.`,
}

const each: InEach<Sentences> = { en, nb }

/** The sentences in a language. */
export const sentencesIn = (language: Language): Sentences => each[language]
