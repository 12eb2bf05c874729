import type { ConformanceReport } from '../../report/model.ts'
import { rules } from '../../rules/index.ts'
import type { RuleHeader } from '../../rules/rule.ts'

/** What a replay asked the API again, in words, where that was more than one request. */
export const repeatedWords = (now: ConformanceReport | undefined): readonly string[] => {
  if (now === undefined) return []
  const { apiUrl } = now.target
  const asked = now.exchanges.filter(({ request }) => request.url.startsWith(apiUrl))
  if (asked.length < 2) return []
  const methods = asked.map(({ request }) => request.method)
  const counted = [...new Set(methods)]
    .map((method) => `${methods.filter((one) => one === method).length} ${method}`)
    .join(', ')
  const judged = new Set(
    now.rules.filter((rule) => rule.observations.length > 0).map(({ id }) => id),
  )
  const isWhole = rules.some((rule: RuleHeader) => rule.onWholeRun === true && judged.has(rule.id))
  return [`${counted}: ${isWhole ? 'all that a full run asks for' : 'what the judgement rests on'}`]
}
