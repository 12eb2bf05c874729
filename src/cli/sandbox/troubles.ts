import type { Injections } from '../../reference/seams.ts'

/** What a fault does to a request: at the seams behind the door, and before it. */
export interface Behaviour {
  readonly injections: Injections
  /** What happens to a request before it is served. */
  readonly before?: Before
}

/** Whom it meets, and what happens to a request there. */
export interface Before {
  readonly server: 'api' | 'op'
  readonly does:
    | { readonly kind: 'wait'; readonly ms: number }
    | { readonly kind: 'refuse'; readonly status: number; readonly retryAfter: string | undefined }
    | { readonly kind: 'hang up' }
}

interface Trouble {
  /** As the list shows it. */
  readonly form: string
  readonly title: string
  readonly pattern: RegExp
  readonly behave: (parameter: number | undefined) => Behaviour
}

const refusing = (server: 'api' | 'op', status: number) => (seconds?: number) => ({
  injections: {},
  before: {
    server,
    does: {
      kind: 'refuse' as const,
      status,
      retryAfter: seconds === undefined ? undefined : String(seconds),
    },
  },
})

const waiting =
  (server: 'api' | 'op') =>
  (ms = 0) => ({
    injections: {},
    before: { server, does: { kind: 'wait' as const, ms } },
  })

const hangingUp = (server: 'api' | 'op') => () => ({
  injections: {},
  before: { server, does: { kind: 'hang up' as const } },
})

/** Trouble on the way to the person API; `op-` before it: to ID-porten. */
export const troubles: readonly Trouble[] = [
  {
    form: 'latency=MS',
    title: 'the person API answers so many milliseconds later',
    pattern: /^latency=(\d{1,5})$/,
    behave: waiting('api'),
  },
  {
    form: '429=SECONDS',
    title: 'the person API answers 429, with Retry-After where seconds are given',
    pattern: /^429(?:=(\d{1,5}))?$/,
    behave: refusing('api', 429),
  },
  {
    form: '503=SECONDS',
    title: 'the person API answers 503, with Retry-After where seconds are given',
    pattern: /^503(?:=(\d{1,5}))?$/,
    behave: refusing('api', 503),
  },
  {
    form: 'reset',
    title: 'the person API closes the connection without an answer',
    pattern: /^reset$/,
    behave: hangingUp('api'),
  },
  {
    form: 'expired',
    title: 'the person API takes every token for expired: 401, invalid_token',
    pattern: /^expired$/,
    behave: () => ({
      injections: {
        authentication: (authentication) =>
          authentication.kind === 'accepted'
            ? { kind: 'refused', reason: 'expired' }
            : authentication,
      },
    }),
  },
  {
    form: 'token-lives=SECONDS',
    title: 'access tokens live so many seconds, and expires_in says so',
    pattern: /^token-lives=(\d{1,5})$/,
    behave: (seconds = 0) => ({
      injections: {
        accessTokenClaims: (claims) => ({ ...claims, exp: Number(claims['iat']) + seconds }),
        tokenResponse: (response) => ({
          ...response,
          body:
            'expires_in' in response.body
              ? { ...response.body, expires_in: seconds }
              : response.body,
        }),
      },
    }),
  },
  {
    form: 'op-latency=MS',
    title: 'ID-porten answers so many milliseconds later',
    pattern: /^op-latency=(\d{1,5})$/,
    behave: waiting('op'),
  },
  {
    form: 'op-429=SECONDS',
    title: 'ID-porten answers 429, with Retry-After where seconds are given',
    pattern: /^op-429(?:=(\d{1,5}))?$/,
    behave: refusing('op', 429),
  },
  {
    form: 'op-503=SECONDS',
    title: 'ID-porten answers 503, with Retry-After where seconds are given',
    pattern: /^op-503(?:=(\d{1,5}))?$/,
    behave: refusing('op', 503),
  },
  {
    form: 'op-reset',
    title: 'ID-porten closes the connection without an answer',
    pattern: /^op-reset$/,
    behave: hangingUp('op'),
  },
]

/** The trouble that this text asks for: `latency=500`. */
export const troubleOf = (
  asked: string,
): (Behaviour & { readonly id: string; readonly title: string }) | undefined => {
  const id = asked.toLowerCase()
  for (const { pattern, title, behave } of troubles) {
    const match = pattern.exec(id)
    if (match === null) continue
    return { id, title, ...behave(match[1] === undefined ? undefined : Number(match[1])) }
  }
  return undefined
}
