import type { Decision } from './decision.ts'
import type { Reason } from './reason.ts'

/** The decision in one sentence that can be read aloud. */
export const decisionSentence = (decision: Decision): string => {
  const { answer, from, to, reasons } = decision
  const move = `from ${from.environment} to ${to.environment}`
  switch (answer) {
    case 'yes':
      return `Yes: a service may switch ${move}.`
    case 'no':
      return `No: a service must not switch ${move}: ${counted(reasons, 'no')}.`
    case 'unknown':
      return `Unknown, which is not yes: whether a service may switch ${move} cannot be told: ${counted(reasons, 'unknown')}.`
    default:
      return answer satisfies never
  }
}

/** What was decided against the evidence; undefined where nothing was. */
export const overrideSentence = ({ override }: Decision): string | undefined =>
  override === undefined
    ? undefined
    : `Break-glass: ${override.by} switches all the same, because: ${override.reason}`

/** `for 1 reason that says no and 2 that are open`. */
const counted = (reasons: readonly Reason[], first: 'no' | 'unknown'): string => {
  const no = reasons.filter(({ answer }) => answer === 'no').length
  const open = reasons.length - no
  const words = [
    ...(first === 'no' ? [`${no} ${no === 1 ? 'reason says' : 'reasons say'} no`] : []),
    ...(open === 0 ? [] : [`${open} ${open === 1 ? 'thing is' : 'things are'} not known`]),
  ]
  return words.join(', ')
}

/** The rules or fingerprints of a reason, some of many. */
export const namedIn = ({ rules = [], fingerprints = [] }: Reason, most = 12): string => {
  const all = [...rules, ...fingerprints]
  const more = all.length > most ? ` and ${all.length - most} more` : ''
  return `${all.slice(0, most).join(', ')}${more}`
}

/** What a side of the decision is: `test, run 2026-..., conformant, ended 2026-...`. */
export const sideWords = ({ environment, run, verdict, finishedAt }: Decision['from']): string =>
  run === undefined
    ? `${environment}: no report`
    : `${environment}: run ${run}, ${verdict}, ended ${finishedAt}`
