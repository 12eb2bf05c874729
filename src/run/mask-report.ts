import type { Masker } from '../evidence/masking/masker.ts'
import type { ConformanceReport, RegisterReport } from '../report/model.ts'

/**
 * The last door: whatever known secret or personal value slipped past the masking at the recorder is taken
 * out of every string of the report, and the slip is reported as trouble of the harness.
 */
export const maskReport = (report: ConformanceReport, masker: Masker): ConformanceReport => {
  let slips = 0
  // A report repeats itself: titles, places and reasons are swept once each.
  const swept = new Map<string, string>()
  const once = (text: string): string => {
    const known = swept.get(text)
    if (known !== undefined) return known
    const isClean = !masker.vault.reveals(text)
    if (!isClean) slips += 1
    const clean = isClean ? text : masker.vault.scrub(text)
    swept.set(text, clean)
    return clean
  }
  const sweep = (value: unknown): unknown => {
    if (typeof value === 'string') return once(value)
    if (Array.isArray(value)) return value.map(sweep)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sweep(inner)]))
  }
  const clean = sweep(report) as ConformanceReport
  if (slips === 0) return clean
  const times = slips === 1 ? 'one text' : `${slips} texts`
  return {
    ...clean,
    trouble: [...clean.trouble, `masking at the recorder missed ${times}; the last door did not`],
  }
}

/** The languages as the masking shows them: they are the person's own, which production's reports do not show. */
export const maskRegister = (
  register: RegisterReport,
  masker: Pick<Masker, 'named'>,
): RegisterReport => {
  const languages = (['found', 'left'] as const).flatMap((name) => {
    const language = register[name]
    return language === undefined
      ? []
      : [[name, String(masker.named('spraak', language, 'person'))] as const]
  })
  return { ...register, ...Object.fromEntries(languages) }
}
