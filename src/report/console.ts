import { isProduction } from '../config/address.ts'
import { restoreCommand } from '../config/problem.ts'
import { shortened } from '../evidence/visible-text.ts'
import { type Cause, causesOf } from './causes.ts'
import { countRules } from './counts.ts'
import { exitCodes, reportExitCode } from './exit-code.ts'
import { fingerprintOf } from './fingerprint.ts'
import { flakeSentences } from './flakes.ts'
import type { ConformanceReport, EnvironmentVerdict, ReportedFinding, RuleResult } from './model.ts'
import { type Paint, type TerminalStyle, wrapped } from './terminal-text.ts'
import { unsettledMusts } from './verdict.ts'
import {
  alarmSentences,
  counted,
  failingSince,
  registerSentence,
  setAsideSentences,
  someOf,
  verdictSentence,
  verdictWords,
} from './verdict-sentence.ts'

import { consequenceIn } from './words/language.ts'

/** A report with the folder that it was written to. */
export interface ShownReport {
  readonly report: ConformanceReport
  /** Undefined where it could not be written: its verdict is told all the same. */
  readonly directory: string | undefined
}

/** How the console is drawn. */
export interface ConsoleLook {
  /** Columns; fewer than 60 count as 60, more than 100 as 100. */
  readonly columns: number
  readonly paint: Paint
}

/** So many causes are shown in full, with the first finding of each. */
const mostCauses = 10

/** What a finished run says at its end: a block for each environment, the worst one last. */
export const verdictLines = (
  shown: readonly ShownReport[],
  look: ConsoleLook,
): readonly string[] => {
  const bounded = { ...look, columns: Math.min(100, Math.max(60, look.columns)) }
  return shown
    .toSorted((one, other) => urgency(one.report) - urgency(other.report))
    .flatMap((own) => ['', ...block(own, bounded)])
}

const urgency = (report: ConformanceReport): number =>
  [0, 3, 1, 2, 4, 5].indexOf(reportExitCode(report))

const block = ({ report, directory }: ShownReport, look: ConsoleLook): readonly string[] => {
  const causes = causesOf(report)
  const { warnings } = countRules(report.rules)
  const [verdict = '', ...sentence] = headline(report, look)
  const trouble = report.trouble.flatMap((line) => paragraph(line, look))
  const [first, second] = isLoggedOut(report) ? [trouble, sentence] : [sentence, trouble]
  return [
    verdict,
    // Where nobody could be logged in, why comes before all that could not be judged for it.
    ...first,
    ...(first === trouble ? second : []),
    ...alarmSentences(report).flatMap((line) =>
      paragraph(line, look).map((own) => look.paint('bad', own)),
    ),
    ...(first === trouble ? [] : second),
    ...flakeSentences(report).flatMap((line) => paragraph(line, look)),
    ...causes.slice(0, mostCauses).flatMap((cause) => ['', ...deviation(cause, report, look)]),
    ...(causes.length > mostCauses
      ? ['', `  and ${counted(causes.length - mostCauses, 'more cause')}: see the report`]
      : []),
    '',
    ...unsettled(report).flatMap((line) => paragraph(line, look)),
    ...setAsideSentences(report).flatMap((line) => paragraph(line, look)),
    ...(warnings === 0
      ? []
      : paragraph(`${counted(warnings, 'warning')}: SHOULD rules, which never fail a run.`, look)),
    ...(report.register.restored === false
      ? []
      : paragraph(registerSentence(report.register), look)),
    '',
    ...(directory === undefined
      ? []
      : [
          ...field('report', `${directory}/report.html`, look),
          ...field('next', nextStep(report, directory), look),
        ]),
  ]
}

/** Whether no login came so far: the rule on the token response is judged by each. */
const isLoggedOut = ({ rules }: Pick<ConformanceReport, 'rules'>): boolean =>
  rules.find(({ id }) => id === 'KRR-OP-005')?.verdict === 'inconclusive'

const headline = (
  report: ConformanceReport,
  { columns, paint }: ConsoleLook,
): readonly string[] => {
  const style = reportExitCode(report) === exitCodes.deviating ? 'bad' : styles[report.verdict]
  const [first = '', ...rest] = wrapped(verdictSentence(report), columns - 2)
  return [
    paint(style, shownVerdict(report)),
    `  ${paint('strong', first)}`,
    ...rest.map((line) => `  ${paint('strong', line)}`),
  ]
}

/** `CONFORMANT, but known-deviations.yaml lists what is gone (exit 1)` */
const shownVerdict = (report: ConformanceReport): string =>
  verdictWords(report).replace(report.verdict, report.verdict.toUpperCase())

const styles = {
  conformant: 'good',
  deviating: 'bad',
  'deviating (known)': 'doubt',
  inconclusive: 'doubt',
  partial: 'doubt',
} as const satisfies Record<EnvironmentVerdict, TerminalStyle>

const deviation = (
  { lead: rule, followers }: Cause,
  report: ConformanceReport,
  look: ConsoleLook,
): readonly string[] => {
  const since = failingSince(report, rule.id)
  const found = rule.observations.flatMap(({ where, name, findings }) =>
    findings.map((finding) => ({ where, name, ...finding })),
  )
  const [shown] = found
  const [title = '', ...rest] = wrapped(rule.title, look.columns - rule.id.length - 4)
  return [
    `  ${look.paint('bad', rule.id)}  ${title}`,
    ...rest.map((line) => `  ${' '.repeat(rule.id.length)}  ${line}`),
    ...paragraph(consequenceIn('en', rule.id) ?? '', { ...look, columns: look.columns - 2 }).map(
      (line) => `  ${line}`,
    ),
    ...(shown === undefined
      ? field('because', rule.reason, look)
      : [
          ...field('where', `${shown.where}: ${shown.at}`, look),
          ...field('expected', shown.expected, look),
          ...field('received', shown.actual, look),
          ...field('finding', namesOf(rule, shown, report.target), look),
        ]),
    ...(since === undefined ? [] : field('since', since, look)),
    ...(followers.length === 0
      ? []
      : field('with it', `${followers.map(({ id }) => id).join(', ')}: of the same cause`, look)),
    ...(found.length > 1
      ? field('', `and ${counted(found.length - 1, 'more finding')}`, look)
      : []),
  ]
}

/** What `krr replay` takes, and what `known-deviations.yaml` does. */
const namesOf = (
  { id }: RuleResult,
  { where, name, ...finding }: ReportedFinding & { where: string; name: string | undefined },
  target: ConformanceReport['target'],
): string => {
  const fingerprint = fingerprintOf(id, where, finding, target)
  return name === undefined ? fingerprint : `${name}, ${fingerprint}`
}

/** What was asked for and could not be judged; what a partial run leaves out is no news. */
const unsettled = ({ rules, run }: ConformanceReport): readonly string[] => {
  const open = unsettledMusts(rules).filter(
    ({ verdict }) => run.selection === 'full' || verdict !== 'not-run',
  )
  const [first] = open
  if (first === undefined) return []
  return [`Not judged: ${someOf(open)}. ${first.id}: ${first.reason}.`]
}

/** The command that helps most now. */
export const nextStep = (report: ConformanceReport, directory: string): string => {
  const { verdict, rules, target, register } = report
  if (register.restored === false)
    return restoreCommand(target.environment, isProduction(target.apiUrl, target.issuer))
  const [cause] = verdict === 'deviating (known)' ? [] : causesOf(report)
  const failure = cause?.lead
  if (failure !== undefined) {
    const name = failure.observations.find((own) => own.name !== undefined)?.name
    if (name !== undefined) return `npm run krr -- replay ${name}`
    return target.environment === 'reference'
      ? `npx vitest run -t ${failure.id}`
      : `npm test -- --env ${target.environment} -t ${failure.id}`
  }
  // Where something could not be reached or set up, the doctor says what.
  if (isLoggedOut({ rules }) || verdict === 'inconclusive')
    return `npm run krr -- doctor --env ${target.environment}`
  return `open ${directory}/report.html`
}

const paragraph = (text: string, { columns }: ConsoleLook): readonly string[] =>
  wrapped(text, columns - 2).map((line) => `  ${line}`)

const field = (name: string, value: string, { columns, paint }: ConsoleLook): readonly string[] => {
  const [first = '', ...rest] = wrapped(shortened(value, 240), columns - 14)
  const indent = ' '.repeat(14)
  return [`    ${paint('soft', name.padEnd(10))}${first}`, ...rest.map((line) => indent + line)]
}
