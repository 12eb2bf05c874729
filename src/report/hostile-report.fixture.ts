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

/**
 * Markup that a browser would run in an element, an attribute, a style, a script, a title or a comment, if it were
 * inserted as it is. Each sets `window.hostile`, or asks for an address.
 */
export const executing = [
  '<script>window.hostile=1</script>',
  '"><img src=x onerror="window.hostile=2">',
  "'><svg/onload='window.hostile=3'>",
  '</style></script></title></textarea></template><script>window.hostile=4</script>',
  '--><script>window.hostile=5</script><!--',
  '" onfocus="window.hostile=6" autofocus tabindex=1 onmouseover="window.hostile=7" x="',
  '<iframe srcdoc="<script>parent.hostile=8</script>"></iframe>',
  '<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/hostile">',
  '<link rel=stylesheet href=http://127.0.0.1:9/hostile><base href=http://127.0.0.1:9/>',
  '<form action=http://127.0.0.1:9/hostile><button autofocus>x</button></form>',
].join('')

/** A report as the schema lets it pass, with that markup wherever the schema lets a text stand. */
export const executingReport = (report: ConformanceReport): ConformanceReport => {
  const hostile = withText(report, executing)
  return {
    ...hostile,
    target: {
      environment: report.target.environment,
      apiUrl: `https://127.0.0.1/?${executing}`,
      issuer: `https://127.0.0.1/${executing}`,
    },
    run: { ...report.run, harnessVersion: executing },
    rules: hostile.rules.map((rule) => ({
      ...rule,
      citations: rule.citations.map((own) => ({ ...own, url: `https://x/"${executing}` })),
    })),
    flakes: [
      { exchange: executing, label: executing, at: executing, attempts: 2, trouble: executing },
    ],
    known: { covered: [], problems: [executing] },
    picture: (report.picture ?? []).map((cell) => ({
      ...cell,
      exchange: executing,
      members: cell.members.map((member) => ({ ...member, name: executing })),
    })),
    expiries: [{ what: executing, of: executing, at: report.run.finishedAt }],
    exchanges: hostile.exchanges.map((own) => ({
      ...own,
      response: {
        ...own.response,
        jws: {
          header: { [executing]: executing },
          payload: executing,
          certificates: [
            {
              ...{ subject: executing, issuer: executing, notBefore: executing },
              ...{ notAfter: executing, key: executing, keySha256: 'ab'.repeat(32) },
            },
          ],
        },
      },
    })),
  }
}
