import type { RuleId } from '../rules/rule.ts'
import type { Experiment } from './experiment.ts'

/** Every so manieth of what proves no rule: enough to see false alarms and vacuous passes come up. */
const share = { variant: 5, 'dumb-server': 4 } as const

/**
 * A small part that still trips each rule at least once: of all experiments always the one that proves most rules
 * that are not proven yet. With it come the reference for each set of scopes that a client may have, some conforming variants and
 * some dumb servers.
 */
export const covering = (
  experiments: readonly Experiment[],
  rules: readonly RuleId[],
): readonly Experiment[] => {
  const open = new Set(rules)
  const chosen = new Set<Experiment>()
  for (;;) {
    const [best] = experiments
      .map((experiment) => ({ experiment, gain: gainOf(experiment, open) }))
      .filter(({ gain }) => gain > 0)
      .sort((one, other) => other.gain - one.gain)
    if (best === undefined) break
    chosen.add(best.experiment)
    for (const rule of best.experiment.proves) open.delete(rule)
  }
  for (const experiment of experiments)
    if (experiment.kind === 'variant' && isOfAClient(experiment)) chosen.add(experiment)
  for (const kind of ['variant', 'dumb-server'] as const) {
    const own = experiments.filter(
      (experiment) => experiment.kind === kind && experiment.scopes === undefined,
    )
    for (const experiment of own.filter((_, at) => at % share[kind] === 0)) chosen.add(experiment)
  }
  return experiments.filter((experiment) => chosen.has(experiment))
}

/** The reference environment as it is, for a client that is registered for fewer scopes. */
const isOfAClient = ({ group }: Experiment): boolean => group === 'clients'

const gainOf = ({ proves }: Experiment, open: ReadonlySet<RuleId>): number =>
  new Set(proves.filter((rule) => open.has(rule))).size
