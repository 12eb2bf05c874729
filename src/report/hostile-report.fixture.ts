import fc from 'fast-check'
import type { ConformanceReport, Observation, RecordedMessage } from './model.ts'

/** Texts that formats trip over: markup, delimiters, control characters, lone surrogates, Norwegian. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    ']]></testcase><![CDATA[',
    '"\' onload=alert(1) <&>',
    'javascript:alert(1)',
    '``` ` | \\ | *x* [a](javascript:1)',
    'ærlig Åse\r\n\t\u001b[31mrødt\u0000\u202e\ud800\uffff',
    '',
  ),
)

/** The report with this text wherever a text from outside can stand. */
export const withText = (report: ConformanceReport, text: string): ConformanceReport => ({
  ...report,
  target: { environment: `test${text}`, apiUrl: text, issuer: text },
  contract: { source: text, sha256: text },
  register: { ...report.register, trouble: text },
  trouble: report.trouble.map(() => text),
  rules: report.rules.map((rule) => ({
    ...rule,
    title: text,
    reason: text,
    citations: rule.citations.map((own) => ({
      ...own,
      url: `javascript:alert(1)//${text}`,
      source: text,
      section: text,
      quote: text,
    })),
    observations: rule.observations.map((own) => observationWith(own, text)),
  })),
  exchanges: report.exchanges.map((own) => ({
    ...own,
    label: text,
    request: { ...own.request, ...messageWith(own.request, text), method: text, url: text },
    response: { ...own.response, ...messageWith(own.response, text) },
    failedAttempts: own.failedAttempts.map((attempt) => ({ ...attempt, trouble: text })),
  })),
})

const observationWith = (own: Observation, text: string): Observation => ({
  ...own,
  where: text,
  reason: text,
  met: text,
  findings: own.findings.map(() => ({ at: text, expected: text, actual: text })),
})

const messageWith = ({ contentLength }: RecordedMessage, text: string): RecordedMessage => ({
  fields: [[text, text]],
  contentType: text,
  content: text,
  contentLength,
})
