import type { KrrScope } from '../evidence/person-reading.ts'
import type { Injections } from '../reference/seams.ts'
import { accept } from './acceptance.ts'
import { type Defect, provenBy } from './defect.ts'
import { seeThrough } from './desert.ts'
import { detect } from './detection.ts'
import { everyoneDeserves, listenersDeserve } from './dumb-servers/deserts.ts'
import type { DumbServer } from './dumb-servers/dumb-server.ts'
import { dumbServers } from './dumb-servers/index.ts'
import { dumbRound } from './dumb-servers/round.ts'
import { type Experiment, inOnePlace, onReference, type Round } from './experiment.ts'
import { defects } from './index.ts'
import { schemaKeywordDefects } from './schema-keywords/index.ts'
import { type ScopeSet, scopeSets } from './scope-sets.ts'
import { variants } from './variants/index.ts'
import type { Variant } from './variants/variant.ts'

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

/** A row that is run for a client that is registered for fewer scopes. */
interface ForClient {
  readonly name: string
  readonly scopes: readonly KrrScope[]
}

const idFor = (id: string, client: ForClient | undefined): string =>
  client === undefined ? id : `${id}-FOR-${client.name}`

const defectExperiment = (
  defect: Defect,
  kind: 'defect' | 'schema',
  client?: ForClient,
): Experiment => {
  const header = { id: idFor(defect.id, client), kind, group: defect.family, title: defect.title }
  const injections: Injections = { [defect.seam]: defect.inject }
  return {
    ...header,
    scopes: client?.scopes,
    // For a client with fewer scopes it proves nothing new.
    proves: client === undefined ? provenBy(defect) : [],
    rounds:
      defect.since === undefined
        ? [onReference(() => injections, client && { scopes: client.scopes })]
        : inOnePlace(
            () => ({}),
            () => injections,
          ),
    judge: (report, facts) => detect(header, defect, report, facts),
    judgeEarlier: (report, facts) => accept(header, [], report, facts),
  }
}

const variantExperiment = (group: string, variant: Variant, client?: ForClient): Experiment => {
  const {
    id: own,
    title,
    mayTrip = [],
    settles,
    options: usual = {},
    configure = (configured) => configured,
  } = variant
  const options = client === undefined ? usual : { ...usual, scopes: client.scopes }
  const header = { id: idFor(own, client), kind: 'variant', group, title } as const
  const { injections = () => ({}), earlier } = variant
  const configuring =
    (start: Round): Round =>
    async (shared) => {
      const started = await start(shared)
      return { ...started, configured: configure(started.configured, shared) }
    }
  const rounds = (): Experiment['rounds'] => {
    if (earlier === undefined) return [configuring(onReference(injections, options))]
    const [first, last] = inOnePlace(earlier, injections, options)
    return [configuring(first), configuring(last)]
  }
  return {
    ...header,
    scopes: options.scopes,
    proves: [],
    rounds: rounds(),
    judge: (report, facts) => accept(header, mayTrip, report, facts, settles),
  }
}

const dumbExperiment = (group: string, server: DumbServer): Experiment => {
  const header = { id: server.id, kind: 'dumb-server', group, title: server.title } as const
  const listens = server.answer === undefined ? [] : [listenersDeserve]
  const deserves = [...everyoneDeserves, ...listens, ...server.deserves]
  return {
    ...header,
    proves: [],
    rounds: [dumbRound(server)],
    judge: (report, facts) =>
      seeThrough(header, { deserves, verdict: server.verdict }, report, facts),
  }
}

/** The rows that a set of scopes names, run for a client that is registered for no others. */
const experimentsFor = ({ defects: ids, variants: named, ...client }: ScopeSet) => [
  ...defects
    .filter(({ id }) => ids.includes(id))
    .map((defect) => defectExperiment(defect, 'defect', client)),
  ...Object.entries(variants).flatMap(([group, own]) =>
    own
      .filter(({ id }) => named.includes(id))
      .map((variant) => variantExperiment(group, variant, client)),
  ),
]

/** Every experiment but the control. */
export const experiments: readonly Experiment[] = [
  ...defects.map((defect) => defectExperiment(defect, 'defect')),
  ...schemaKeywordDefects().map((defect) => defectExperiment(defect, 'schema')),
  ...Object.entries(variants).flatMap(([group, own]) =>
    own.map((variant) => variantExperiment(group, variant)),
  ),
  ...scopeSets.flatMap(experimentsFor),
  ...Object.entries(dumbServers).flatMap(([group, own]) =>
    own.map((server) => dumbExperiment(group, server)),
  ),
]
