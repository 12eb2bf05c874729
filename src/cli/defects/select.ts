import { ConfigurationError } from '../../config/configuration-error.ts'
import { covering } from '../../defects/covering.ts'
import type { Experiment } from '../../defects/experiment.ts'
import { experiments } from '../../defects/experiments.ts'
import type { Kind } from '../../defects/row.ts'
import { rules } from '../../rules/index.ts'

/** Which experiments are asked for on the command line. */
export interface Selection {
  /** Ids, or parts of them. */
  readonly patterns: readonly string[]
  /** None: every kind. */
  readonly kinds: readonly Kind[]
  readonly covering: boolean
}

/**
 * The experiments that are asked for, in the order of the catalogue, without the control.
 * @throws ConfigurationError where a pattern fits none
 */
export const selectExperiments = (selection: Selection): readonly Experiment[] => {
  const ofKind = experiments.filter(
    ({ kind }) => selection.kinds.length === 0 || selection.kinds.includes(kind),
  )
  const unknown = selection.patterns.filter(
    (pattern) => !ofKind.some(({ id }) => id.includes(pattern)),
  )
  if (unknown.length > 0) {
    throw new ConfigurationError([
      `no row has "${unknown.join('", "')}" in its id; npm run defects -- --list lists them`,
    ])
  }
  const named = ofKind.filter(
    ({ id }) =>
      selection.patterns.length === 0 || selection.patterns.some((pattern) => id.includes(pattern)),
  )
  return selection.covering
    ? covering(
        named,
        rules.map(({ id }) => id),
      )
    : named
}

/** Whether the whole matrix is asked for: nothing less proves every rule. */
export const isWhole = ({ patterns, kinds, covering }: Selection): boolean =>
  patterns.length === 0 && kinds.length === 0 && !covering

/** The rules that no experiment proves. */
export const unprovenRules = (among: readonly Experiment[]): readonly string[] => {
  const proven = new Set<string>(among.flatMap(({ proves }) => proves))
  return rules.map(({ id }) => id).filter((id) => !proven.has(id))
}
