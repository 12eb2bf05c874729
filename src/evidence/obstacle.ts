/** What went wrong with a request, or with a login, by kind. src/report/diagnosis.ts has the likely cause of each. */
export const troubleKinds = [
  // On the way to a server.
  'host-name',
  'connection-refused',
  'connection-lost',
  'timeout',
  'proxy-silent',
  'proxy-policy',
  'proxy-credentials',
  'captive-portal',
  'tls',
  'certificate',
  'certificate-chain',
  // In its answer.
  'rate-limit',
  'gateway',
  'truncated',
  'http-grammar',
  'header-size',
  'no-http',
  'foreign-page',
  'given-up',
  // In a login.
  'login-slow',
  'login-page-unknown',
  'login-page-busy',
  'login-refused',
  'login-host',
  'login-redirects',
  'login-answer',
  'client-registration',
  'credentials',
  'browser-start',
  'browser-ended',
  'operator',
  // In this machine or this run.
  'clock',
  'request-budget',
  'other',
] as const

export type TroubleKind = (typeof troubleKinds)[number]

/**
 * What stands in the way of evidence: a server, whose exchanges tell of it (`origin`: `https://krr.example`), or
 * something that no exchange shows, told once for each `step` of a login at which it was met.
 */
export type Obstacle =
  | { readonly kind: 'server'; readonly origin: string }
  | { readonly kind: TroubleKind; readonly step?: string }

/** Trouble in a few words, and its kind. */
export interface Trouble {
  readonly kind: TroubleKind
  readonly text: string
}
