import type { Finding, Rule } from './rule.ts'

/** The whole finding list of a rule about one subject, for tests. */
export const findingsOf = async <Subject>(
  rule: Rule<Subject>,
  subject: Subject,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for await (const finding of rule.check(subject)) findings.push(finding)
  return findings
}
