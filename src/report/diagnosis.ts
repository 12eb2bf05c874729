import type { ConformanceReport, RecordedExchange, RuleResult } from './model.ts'

/** What mostly is behind trouble of this kind, and what to do; by the words in which it is told. */
const causes: readonly (readonly [words: RegExp, cause: string])[] = [
  [
    /host name/,
    'the address is mistyped (KRR_<NAME>_API_URL, KRR_<NAME>_ISSUER), or this machine has no name service for it',
  ],
  [/is refused \(ECONNREFUSED\)/, 'nothing listens there, or a firewall refuses'],
  [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    'the server does not send its intermediate certificate, or the certificate leads to a root that KRR_<NAME>_CA must name; browsers fetch what is missing, other clients do not',
  ],
  [
    /certificate is not valid/,
    'the certificate has expired, is of another name, or leads to a root that KRR_<NAME>_CA must name; KRR-TLS-001 tells which',
  ],
  [/TLS is refused/, 'no TLS is spoken there, or no version and cipher in common'],
  [
    /status 403 from the proxy/,
    'the proxy does not let this address through: that is its policy, and no credentials change it',
  ],
  [
    /from the proxy|\(UND_ERR_ABORTED\)/,
    'the proxy wants credentials, or other ones: they belong into HTTPS_PROXY',
  ],
  [/status 511/, 'a captive portal: this network wants a login of its own first'],
  [
    /status 429/,
    'too many requests: lower KRR_<NAME>_MAX_REQUESTS_PER_SECOND, or ask for a higher limit',
  ],
  [/status 50[234]/, 'a gateway whose server behind it is down or is being deployed'],
  [
    /the proxy took the connection/,
    'the proxy in HTTPS_PROXY hangs, or what listens there is none; NO_PROXY names hosts that are reached without it',
  ],
  [
    /in time|timed out|unreachable/,
    'the server hangs, or a firewall drops what is sent there without a word',
  ],
  [
    /is truncated/,
    'the server restarts, or something between here and there drops connections; or a line of the header section is one that no client may accept, which KRR-HTTP-011 shows then',
  ],
  [
    /was reset|was closed|connection failed|no answer to the form|page did not come/,
    'the server restarts, or something between here and there drops connections',
  ],
  [
    /breaks the grammar of HTTP/,
    'the server, or what stands before it, writes field lines that no client may accept; KRR-HTTP-011 shows them',
  ],
  [
    /header section has more than/,
    'the answer has more header fields than clients take (8 to 16 KiB): a cookie or a trace that grows, mostly',
  ],
  [/is no HTTP/, 'something else listens there'],
  [
    /in the place of/,
    'a captive portal or a proxy answers in its place, or the page is one of maintenance',
  ],
  [/clock of this machine/, 'the time is not kept by NTP; or both servers are wrong'],
  [
    /request budget/,
    'the environment made the run ask again and again; see the failed attempts among the exchanges',
  ],
  [
    /did not answer within/,
    'the server hangs or is slow: raise KRR_<NAME>_STEP_SECONDS if its pages need longer',
  ],
  [
    /shows an error page, status 4/,
    'the client is not registered so: npm run krr -- doctor tells which setting',
  ],
  [
    /asks again after it was answered|did not accept what was entered|credentials|complain/,
    'the test user is locked, or number, password or code is wrong: nothing was tried twice',
  ],
  [/next page is not known/, 'the login page has changed'],
  [/authorization response is the error/, 'ID-porten refuses this login'],
  [/browser|Target|closed/, 'the browser crashed or was ended'],
]

/** The likely cause of trouble, or undefined where it says enough itself. */
export const likelyCause = (trouble: string, environment: string): string | undefined => {
  const name = environment.toUpperCase().replaceAll('-', '_')
  return causes.find(([words]) => words.test(trouble))?.[1].replaceAll('<NAME>', name)
}

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
