import type { Observation, RecordedExchange, RecordedMessage, ReportedFinding } from './model.ts'

/**
 * What one observation and one exchange hold at most, whatever a target sends: a report stays something that can be read,
 * mailed and kept. What is cut is told by its size. Content and chains of certificates are cut where they are
 * recorded.
 */
export const bounds = {
  /** Characters of a reason, a finding's value, a label. */
  text: 4_000,
  /** Findings of a rule at a place. */
  findings: 100,
  /** Exchanges that a judgement names. */
  evidence: 100,
  /** Lines of a message's header section, and characters of each. */
  fields: 200,
  field: 8_000,
  /** Attempts that failed before the last one. */
  attempts: 10,
  /** Characters of a JOSE header, or of a payload, as JSON. */
  jws: 65_536,
  /** Lines of trouble. */
  lines: 100,
} as const

/** A text of at most so many characters; how many more there were is told. */
export const boundedText = (text: string): string => cut(text, bounds.text)

/** A character is never cut in two; a megabyte costs no more than what is kept of it. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
  return `${kept}… (${text.length - kept.length} more characters)`
}

/** So many lines of trouble, each of them bounded. */
export const boundedLines = (lines: readonly string[]): readonly string[] => {
  const kept = lines.slice(0, bounds.lines).map(boundedText)
  return kept.length === lines.length
    ? kept
    : [...kept, `and ${lines.length - kept.length} more lines that are left out`]
}

/** An observation within bounds. That findings are left out stands in its reason. */
export const boundedObservation = (own: Observation): Observation => {
  const { where, reason, met, findings, evidence } = own
  const more = findings.length - bounds.findings
  const why = [
    ...(reason === undefined ? [] : [boundedText(reason)]),
    ...(more > 0 ? [`${more} more findings are left out`] : []),
  ].join('; ')
  return {
    ...own,
    where: boundedText(where),
    ...(why === '' ? {} : { reason: why }),
    ...(met === undefined ? {} : { met: boundedText(met) }),
    findings: findings.slice(0, bounds.findings).map(boundedFinding),
    evidence: evidence.slice(0, bounds.evidence),
  }
}

const boundedFinding = ({ at, expected, actual }: ReportedFinding): ReportedFinding => ({
  at: boundedText(at),
  expected: boundedText(expected),
  actual: boundedText(actual),
})

/** An exchange within bounds. */
export const boundedExchange = (own: RecordedExchange): RecordedExchange => {
  const { label, trouble, request, response, failedAttempts } = own
  const { jws } = response
  return {
    ...own,
    label: boundedText(label),
    ...(trouble === undefined ? {} : { trouble: boundedText(trouble) }),
    request: {
      ...request,
      method: boundedText(request.method),
      url: cut(request.url, bounds.field),
      ...boundedFields(request),
    },
    response: {
      ...response,
      ...boundedFields(response),
      ...(jws === undefined
        ? {}
        : {
            jws: { ...jws, header: boundedJson(jws.header), payload: boundedJson(jws.payload) },
          }),
    },
    failedAttempts: failedAttempts
      .slice(0, bounds.attempts)
      .map((attempt) => ({ ...attempt, trouble: boundedText(attempt.trouble) })),
  }
}

const boundedFields = ({ fields, contentType }: RecordedMessage) => {
  const more = fields.length - bounds.fields
  return {
    fields: [
      ...fields
        .slice(0, bounds.fields)
        .map(([name, value]) => [boundedText(name), cut(value, bounds.field)] as const),
      ...(more > 0 ? [['[cut]', `${more} more lines are left out`] as const] : []),
    ],
    ...(contentType === undefined ? {} : { contentType: boundedText(contentType) }),
  }
}

const boundedJson = (value: unknown): unknown => {
  const { length } = JSON.stringify(value) ?? ''
  return length > bounds.jws ? `[cut: ${length} characters of JSON]` : value
}
