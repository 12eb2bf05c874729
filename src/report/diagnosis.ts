import type { Obstacle } from '../evidence/obstacle.ts'
import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'

/** What mostly is behind trouble of a kind, and what to do; none where the trouble says enough itself. */
const causes: Readonly<Partial<Record<Obstacle['kind'], string>>> = {
  'host-name':
    'the address is mistyped (KRR_<NAME>_API_URL, KRR_<NAME>_ISSUER), or this machine has no name service for it',
  'connection-refused': 'nothing listens there, or a firewall refuses',
  'connection-lost': 'the server restarts, or something between here and there drops connections',
  timeout: 'the server hangs, or a firewall drops what is sent there without a word',
  'proxy-silent':
    'the proxy in HTTPS_PROXY hangs, or what listens there is none; NO_PROXY names hosts that are reached without it',
  'proxy-policy':
    'the proxy does not let this address through: that is its policy, and no credentials change it',
  'proxy-credentials': 'the proxy wants credentials, or other ones: they belong into HTTPS_PROXY',
  'captive-portal': 'a captive portal: this network wants a login of its own first',
  tls: 'no TLS is spoken there, or no version and cipher in common',
  certificate:
    'the certificate has expired, is of another name, or leads to a root that KRR_<NAME>_CA must name; KRR-TLS-001 tells which',
  'certificate-chain':
    'the server does not send its intermediate certificate, or the certificate leads to a root that KRR_<NAME>_CA must name; browsers fetch what is missing, other clients do not',
  'rate-limit':
    'too many requests: lower KRR_<NAME>_MAX_REQUESTS_PER_SECOND, or ask for a higher limit',
  gateway: 'a gateway whose server behind it is down or is being deployed',
  truncated:
    'the server restarts, or something between here and there drops connections; or a line of the header section is one that no client may accept, which KRR-HTTP-011 shows then',
  'http-grammar':
    'the server, or what stands before it, writes field lines that no client may accept; KRR-HTTP-011 shows them',
  'header-size':
    'the answer has more header fields than clients take (8 to 16 KiB): a cookie or a trace that grows, mostly',
  'no-http': 'something else listens there',
  'foreign-page':
    'a captive portal or a proxy answers in its place, or the page is one of maintenance',
  'login-slow':
    'the server hangs or is slow: raise KRR_<NAME>_STEP_SECONDS if its pages need longer',
  'login-page-unknown': 'the login page has changed',
  'login-page-busy': 'the login page has changed, or it is none of ID-porten',
  'login-refused': 'ID-porten refuses this login',
  'client-registration':
    'the client is not registered so: npm run krr -- doctor tells which setting',
  credentials:
    'the test user is locked, or number, password or code is wrong: nothing was tried twice',
  'browser-ended': 'the browser crashed or was ended',
  clock: 'the time is not kept by NTP; or both servers are wrong',
  'request-budget':
    'the environment made the run ask again and again; see the failed attempts among the exchanges',
}

/** The likely cause of trouble of a kind, or undefined where it says enough itself. */
export const likelyCause = (kind: Obstacle['kind'], environment: string): string | undefined => {
  const name = environment.toUpperCase().replaceAll('-', '_')
  return causes[kind]?.replaceAll('<NAME>', name)
}

type Diagnosed = Pick<ConformanceReport, 'target' | 'rules' | 'exchanges'>

/**
 * A line for each thing that stood in the way: what is down, since which request, the likely cause, and how much
 * could not be judged for it. What stood in nobody's way has none.
 */
export const diagnose = (report: Diagnosed): readonly string[] => {
  const open = report.rules.flatMap(openOf)
  const culprits = [...downServers(report), ...otherReasons(report, open)]
  const blamed = culprits.map((culprit) => ({
    ...culprit,
    rules: new Set(
      open.filter(({ obstacle }) => culprit.key === keyOf(obstacle)).map(({ id }) => id),
    ),
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
      rule.observations.some((own) => own.follows === id && own.verdict === 'inconclusive'),
    )
    if (followers.length === 0) return []
    const [first] = observations.flatMap(({ findings }) => findings)
    const at = first === undefined ? '' : `, first seen at ${first.at}`
    const what = `${id} "${title}" is broken${at}, and other rules can be judged only once it is fixed`
    return [{ what, cause: undefined, rules: new Set(followers.map((rule) => rule.id)) }]
  })

interface Open {
  readonly id: string
  readonly reason: string
  readonly obstacle: Obstacle | undefined
}

interface Culprit {
  readonly what: string
  readonly cause: string | undefined
  /** Of the obstacles that it is. */
  readonly key: string | undefined
}

/** Two obstacles with the same key are told once, whoever met them. */
const keyOf = (obstacle: Obstacle | undefined): string | undefined => {
  if (obstacle === undefined) return undefined
  if ('origin' in obstacle) return obstacle.origin
  return `${obstacle.kind} ${'step' in obstacle ? obstacle.step : ''}`
}

const openOf = ({ id, observations }: RuleResult): readonly Open[] =>
  observations.flatMap(({ verdict, reason = '', obstacle, follows }) =>
    verdict === 'inconclusive' && follows === undefined ? [{ id, reason, obstacle }] : [],
  )

/** By server and kind of trouble; what was asked first stands for all. */
const downServers = ({ exchanges, target }: Diagnosed): readonly Culprit[] => {
  const failed = exchanges
    .filter(({ trouble, troubleKind }) => trouble !== undefined && troubleKind !== 'given-up')
    .filter(({ request }) => !isPlainAsking(request.url, target.apiUrl))
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt))
  const byServer = new Map<string, RecordedExchange[]>()
  for (const exchange of failed) {
    const origin = originOf(exchange.request.url)
    byServer.set(origin, [...(byServer.get(origin) ?? []), exchange])
  }
  return [...byServer].flatMap(([origin, [first]]) => {
    if (first === undefined) return []
    const { label, id, trouble = '', troubleKind = 'other', failedAttempts } = first
    const since = failedAttempts[0]?.startedAt ?? first.startedAt
    const times = failedAttempts.length === 0 ? 'once' : `${failedAttempts.length + 1} times`
    return [
      {
        what: `${serverName(origin, target)} (${origin}) gives no answer to judge since "${label}" at ${since.slice(11, 19)} UTC (${id}, sent ${times}): ${trouble}`,
        cause: likelyCause(troubleKind, target.environment),
        key: origin,
      },
    ]
  })
}

/** The API asked over plain http: that nobody answers there is as it should be (KRR-TLS-004). */
const isPlainAsking = (url: string, apiUrl: string): boolean =>
  originOf(apiUrl).startsWith('https:') && originOf(url) === plainOriginOf(apiUrl)

const plainOriginOf = (apiUrl: string): string => originOf(apiUrl).replace(/^https:/, 'http:')

/** What no exchange shows: a login that stopped, another clock, a page in the place of a document. */
const otherReasons = ({ target }: Diagnosed, open: readonly Open[]): readonly Culprit[] => {
  const first = new Map<string, Open>()
  for (const own of open) {
    const key = keyOf(own.obstacle)
    if (key !== undefined && own.obstacle?.kind !== 'server' && !first.has(key)) first.set(key, own)
  }
  return [...first].map(([key, { reason, obstacle }]) => ({
    what: reason.charAt(0).toUpperCase() + reason.slice(1),
    cause: likelyCause(obstacle?.kind ?? 'other', target.environment),
    key,
  }))
}

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
