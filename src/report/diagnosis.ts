import { likelyCause } from './likely-cause.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'

type Diagnosed = Pick<ConformanceReport, 'target' | 'rules' | 'exchanges'>

/**
 * A line for each thing that stood in the way: what is down, since which request, the likely cause, and how much
 * could not be judged for it. What stood in nobody's way has none.
 */
export const diagnose = (report: Diagnosed): readonly string[] => {
  const open = report.rules.flatMap(reasonsOf)
  const culprits = [...downServers(report), ...otherReasons(report, open)]
  const blamed = culprits.map((culprit) => ({
    ...culprit,
    rules: new Set(open.filter(({ reason }) => culprit.explains(reason)).map(({ id }) => id)),
  }))
  const guilty = blamed.filter(({ rules }) => rules.size > 0)
  const explained = new Set(guilty.flatMap(({ rules }) => [...rules]))
  // What follows from what followed names no server: it is the first one's.
  const rest = open.filter(({ id }) => !explained.has(id))
  for (const { id } of rest) guilty[0]?.rules.add(id)
  const told = [...followed(report.rules), ...guilty]
  return told.map(({ what, cause, rules }) => {
    const likely = cause === undefined ? '' : ` Likely cause: ${cause}.`
    return `${what}.${likely} Inconclusive for it: ${areasOf([...rules])}.`
  })
}

/** A line for each deviation that others follow from: the rule, and what it found first. */
const followed = (
  rules: readonly RuleResult[],
): readonly (Pick<Culprit, 'what' | 'cause'> & { readonly rules: ReadonlySet<string> })[] =>
  rules.flatMap(({ id, title, observations }) => {
    const followers = rules.filter((rule) =>
      rule.observations.some(({ follows }) => follows === id),
    )
    if (followers.length === 0) return []
    const [first] = observations.flatMap(({ findings }) => findings)
    const at = first === undefined ? '' : `, first seen at ${first.at}`
    const what = `${id} "${title}" is broken${at}, and other rules can be judged only once it is fixed`
    return [{ what, cause: undefined, rules: new Set(followers.map((rule) => rule.id)) }]
  })

interface Reason {
  readonly id: string
  readonly reason: string
}

interface Culprit {
  readonly what: string
  readonly cause: string | undefined
  /** Whether it is what a rule's reason tells of. */
  readonly explains: (reason: string) => boolean
}

const reasonsOf = ({ id, observations }: RuleResult): readonly Reason[] =>
  observations.flatMap(({ verdict, reason, follows }) =>
    verdict === 'inconclusive' && follows === undefined ? [{ id, reason: reason ?? '' }] : [],
  )

/** By server and kind of trouble; what was asked first stands for all. */
const downServers = ({ exchanges, target }: Diagnosed): readonly Culprit[] => {
  const failed = exchanges
    .filter(({ trouble }) => trouble !== undefined && !trouble.includes(' is down since '))
    .filter(({ request }) => !isPlainAsking(request.url, target.apiUrl))
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))
  const byServer = new Map<string, RecordedExchange[]>()
  for (const exchange of failed) {
    const origin = originOf(exchange.request.url)
    byServer.set(origin, [...(byServer.get(origin) ?? []), exchange])
  }
  return [...byServer].flatMap(([origin, [first]]) => {
    if (first === undefined) return []
    const { label, id, trouble = '', failedAttempts } = first
    const since = failedAttempts[0]?.startedAt ?? first.startedAt
    const times = failedAttempts.length === 0 ? 'once' : `${failedAttempts.length + 1} times`
    return [
      {
        what: `${serverName(origin, target)} (${origin}) gives no answer to judge since "${label}" at ${since.slice(11, 19)} UTC (${id}, sent ${times}): ${trouble}`,
        cause: likelyCause(trouble, target.environment),
        // A handshake names host and port alone.
        explains: (reason: string) => reason.includes(origin.replace(/^[a-z]+:\/\//, '')),
      },
    ]
  })
}

/** The API asked over plain http: that nobody answers there is as it should be (KRR-TLS-004). */
const isPlainAsking = (url: string, apiUrl: string): boolean =>
  originOf(apiUrl).startsWith('https:') && originOf(url) === plainOriginOf(apiUrl)

const plainOriginOf = (apiUrl: string): string => originOf(apiUrl).replace(/^https:/, 'http:')

/** What no exchange shows: a login that stopped, another clock, a page in the place of a document. */
const root =
  /^((headless |silent )?login|the authorization endpoint|GET provider metadata|GET JWK Set|token request|the browser|the clock of|the test users?)|request budget/

const otherReasons = ({ target }: Diagnosed, open: readonly Reason[]): readonly Culprit[] => {
  const kinds = new Map<string, string>()
  for (const { reason } of open) {
    // A server is told of by its exchanges.
    if (root.test(reason) && !/was asked|is down since/.test(reason)) {
      const kind = kindOf(reason)
      if (!kinds.has(kind)) kinds.set(kind, withoutRequest(reason))
    }
  }
  return [...kinds].map(([kind, reason]) => ({
    what: reason.charAt(0).toUpperCase() + reason.slice(1),
    cause: likelyCause(reason, target.environment),
    explains: (own: string) => kindOf(own) === kind,
  }))
}

/** The same trouble in the words of another person's or combination's login is told once. */
const kindOf = (reason: string): string =>
  withoutRequest(reason)
    .replace(/^login of \w+( for [^:]+)?/, 'login')
    .replace(/\d+/g, '')

/** What holds for the whole run is told without the request that met it. */
const withoutRequest = (reason: string): string =>
  reason.replace(/^.*: (?=the run has sent the )/, '')

const serverName = (origin: string, { apiUrl, issuer }: ConformanceReport['target']): string => {
  if (origin === originOf(apiUrl)) return 'The API'
  return origin === originOf(issuer) ? 'ID-porten' : 'Another server'
}

/** By hand: a masked address need not be one that `URL` accepts. */
const originOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? url

const areasOf = (ids: readonly string[]): string => {
  const areas = [...new Set(ids.map((id) => id.split('-')[1] ?? ''))]
  const rules = ids.length === 1 ? `rule ${ids[0]}` : `${ids.length} rules in ${areas.join(', ')}`
  return rules
}
