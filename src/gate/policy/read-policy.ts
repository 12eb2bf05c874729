import { canonicalName } from '../../config/registry.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import schema from './gate-policy.schema.json' with { type: 'json' }
import { type EnvironmentPolicy, type GatePolicy, strictPolicy } from './policy.ts'

type Written = Partial<Omit<GatePolicy, 'block' | 'pair' | 'environments'>> & {
  readonly block?: Partial<GatePolicy['block']>
  readonly pair?: Partial<GatePolicy['pair']>
  readonly environments?: Readonly<Record<string, Partial<EnvironmentPolicy>>>
}

/**
 * The policy of a file: what it leaves out is as strict as without one.
 * @throws ConfigurationError naming line, key and the nearest known one
 */
export const readPolicy = (text: string, file: string): GatePolicy => {
  const { value } = readYaml<Written>(text, file, schema)
  return {
    ...strictPolicy,
    ...value,
    block: { ...strictPolicy.block, ...value.block },
    pair: { ...strictPolicy.pair, ...value.pair },
    environments: Object.fromEntries(
      Object.entries(value.environments ?? {}).map(([name, own]) => [
        canonicalName(name),
        { notExercised: [], notApplicable: [], ...own },
      ]),
    ),
  }
}
