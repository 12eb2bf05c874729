import type { Injections } from '../reference/seams.ts'
import { accept } from './acceptance.ts'
import { type Defect, provenBy } from './defect.ts'
import { detect } from './detection.ts'
import { type Experiment, onReference } from './experiment.ts'
import { defects } from './index.ts'

/** The control experiment: the server without any change, on which nothing may trip. */
export const unmodified: Experiment = {
  id: 'UNMODIFIED',
  kind: 'control',
  group: 'control',
  title: 'the reference environment as it is',
  proves: [],
  rounds: [onReference(() => ({}))],
  judge: (report, facts) => accept(unmodified, [], report, facts),
}

const defectExperiment = (defect: Defect, kind: 'defect' | 'schema'): Experiment => {
  const header = { id: defect.id, kind, group: defect.family, title: defect.title }
  const injections: Injections = { [defect.seam]: defect.inject }
  return {
    ...header,
    proves: provenBy(defect),
    rounds: [onReference(() => injections)],
    judge: (report, facts) => detect(header, defect, report, facts),
  }
}

/** Every experiment but the control. */
export const experiments: readonly Experiment[] = [
  ...defects.map((defect) => defectExperiment(defect, 'defect')),
]
