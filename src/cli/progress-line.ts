/** What a run is about at the moment; reading and judging go hand in hand. */
export type RunPhase = 'login' | 'reading' | 'writing' | 'last'

const words = {
  login: 'logging in',
  reading: 'reading and judging',
  writing: 'writing and judging',
  last: 'what may end a login',
} as const satisfies Record<RunPhase, string>

const barWidth = 16

/** `reading and judging  ━━━━━━━━────────  812 judged  7 s` */
export const progressLine = (at: {
  readonly phase: RunPhase
  readonly judgements: number
  /** What share of all that is to be judged is judged, 0 to 1. */
  readonly share: number
  readonly elapsedMs: number
}): string => {
  const { phase, judgements, share, elapsedMs } = at
  const done = Math.floor(barWidth * Math.min(1, share))
  return [
    words[phase].padEnd(20),
    '━'.repeat(done) + '─'.repeat(barWidth - done),
    `${judgements} judged`,
    `${Math.round(elapsedMs / 1000)} s`,
  ].join('  ')
}

/** At most so many characters; none is cut in two. */
export const cut = (line: string, columns: number): string => [...line].slice(0, columns).join('')
