/** Waits for every member at once: all of them have begun before any is there. */
export const all = async <Values extends object>(
  begun: {
    readonly [Name in keyof Values]: Promise<Values[Name]>
  },
): Promise<Values> => {
  const names = Object.keys(begun) as (keyof Values)[]
  const values = await Promise.all(names.map((name) => begun[name]))
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Values
}
