import type { Injections } from '../reference/seams.ts'
import type { ConformanceReport } from '../report/model.ts'
import { onReference } from './experiment.ts'
import { runMatrix } from './matrix.ts'
import { plainRow } from './row.ts'

/** The report of a whole run on each of these targets, in one run of the shipped suites. */
export const reportsOn = async (
  targets: readonly { readonly injections: () => Injections }[],
): Promise<readonly (ConformanceReport | undefined)[]> => {
  const reports = new Map<string, ConformanceReport>()
  const headers = targets.map((_, at) => {
    return { id: `target-${at}`, kind: 'defect', group: 'hostile', title: '' } as const
  })
  await runMatrix({
    experiments: headers.map((header, at) => ({
      ...header,
      proves: [],
      rounds: [onReference(targets[at]?.injections ?? (() => ({})))],
      judge: (report) => ({ ...plainRow(header, report), outcome: 'detected' }),
    })),
    onRow: ({ id }, report) => void reports.set(id, report),
  })
  return headers.map(({ id }) => reports.get(id))
}
