/** The page with this section in the place of an earlier one of the same heading, or at its end. */
export const withSection = (page: string, section: string): string => {
  const heading = section.slice(0, section.indexOf('\n'))
  const parts = partsOf(page)
  const own = `${section.trimEnd()}\n`
  const others = parts.map((part) => (part.startsWith(`${heading}\n`) ? own : part))
  return [...others, ...(others.includes(own) ? [] : [own])].join('\n')
}

/** The page with another first part, and the sections that it has. */
export const withFirstPart = (page: string, first: string): string =>
  [`${first.trimEnd()}\n`, ...partsOf(page).slice(1)].join('\n')

/** The first part, which has the title, and each section. */
const partsOf = (page: string): readonly string[] =>
  page.split(/\n(?=## )/).map((part) => `${part.trimEnd()}\n`)
