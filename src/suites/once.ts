/** Evidence that is gathered when it is first asked for, and only once. */
export type Once<Subject> = () => Promise<Subject>

/** Memoises the gathering of evidence: one request serves many rules, and none that is filtered out. */
export const once = <Subject>(gather: () => Promise<Subject>): Once<Subject> => {
  let gathered: Promise<Subject> | undefined
  return () => {
    if (gathered === undefined) {
      gathered = gather()
      // Each rule that asks handles the rejection; without this one nobody may have asked yet.
      gathered.catch(() => {})
    }
    return gathered
  }
}
