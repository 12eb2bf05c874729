/** ID-porten's levels of assurance, lowest first. */
export const levels = ['idporten-loa-low', 'idporten-loa-substantial', 'idporten-loa-high'] as const
export type Level = (typeof levels)[number]

/** Whether the value is the name of a level. */
export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value)

/** Whether this level is as high as the other one, or higher. */
export const reaches = (level: Level, required: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(required)

/** The lowest level that satisfies an `acr_values` parameter; low where it names none that is known. */
export const requiredLevel = (acrValues: unknown): Level => {
  // eIDAS's levels are the same ladder by another name.
  const asked =
    typeof acrValues === 'string' ? acrValues.replaceAll('eidas-', 'idporten-').split(' ') : []
  return levels.find((level) => asked.includes(level)) ?? 'idporten-loa-low'
}
