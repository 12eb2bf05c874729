import type { Expiry, PictureCell, RecordedExchange } from './model.ts'

/** Each way to ask once, however often it was asked: by combination, JSON before the signed form. */
export const pictureOf = (cells: readonly PictureCell[]): readonly PictureCell[] => {
  const first = new Map<string, PictureCell>()
  for (const cell of cells) if (!first.has(keyOf(cell))) first.set(keyOf(cell), cell)
  return [...first.values()].toSorted((one, other) => rank(one) - rank(other))
}

/** The certificates that signed, each once, with the day on which it ends. */
export const signingExpiries = (exchanges: readonly RecordedExchange[]): readonly Expiry[] => {
  const ends = new Map<string, Expiry>()
  for (const { response } of exchanges) {
    const [signing] = response.jws?.certificates ?? []
    const time = Date.parse(signing?.notAfter ?? '')
    if (signing === undefined || Number.isNaN(time)) continue
    const at = new Date(time).toISOString()
    const of = signing.subject.replaceAll('\n', ', ')
    ends.set(`${at} ${of}`, { what: 'signing certificate', of, at })
  }
  return [...ends.values()]
}

/** The three scopes of the API by the names that places have; a combination is a number of three bits. */
export const pictureScopes = ['kontaktinformasjon', 'digitalpost', 'spraak'] as const

const rank = ({ scopes, representation }: PictureCell): number =>
  2 * pictureScopes.reduce((sum, scope, bit) => sum + (scopes.includes(scope) ? 1 << bit : 0), 0) +
  (representation === 'application/json' ? 0 : 1)

const keyOf = (cell: PictureCell): string => String(rank(cell))
