/**
 * Whether a quotation is Norwegian, so that a page can say so and a screen reader pronounce it: by its letters and the
 * small words that English does not have.
 */
export const isNorwegian = (text: string): boolean =>
  /[æøåÆØÅ]/.test(text) || countOf(text, norwegian) > countOf(text, english)

const norwegian = new Set(
  'av bruker brukerens brukeren brukt da de den det ein eit eks eller en er et evt for fra frå følgende har her hva hvis ikke ikkje kan lengde ligg med når og om på returnerer returneres seg skal som til ved være vil vert'.split(
    ' ',
  ),
)
const english = new Set(
  'a an and any are as be by can for from has in is it its may must not of on or shall should that the this to when which with'.split(
    ' ',
  ),
)

const countOf = (text: string, words: ReadonlySet<string>): number =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => words.has(word)).length
