import type { Source } from './dotenv.ts'
import { type BuiltInEnvironment, builtInEnvironments, nearest } from './registry.ts'
import { environmentKeyNames, environmentKeys } from './settings.ts'

/** Whether any key of the environment is set: only then it can be one of the user's own. */
export const hasKeys = (name: string, source: Source): boolean => {
  const keys = environmentKeys(name)
  return environmentKeyNames.some((key) => source.get(keys[key]) !== undefined)
}

const openNames = builtInEnvironments
  .filter(({ kind }) => kind !== 'closed')
  .flatMap(({ name, aliases }) => [name, ...aliases])

/** The built-in name that was likely meant, for a name that differs in one or two letters. */
export const likelyMeant = (name: string): string | undefined =>
  nearest(name, openNames, Math.min(2, Math.floor(name.length / 2)))

/** What an environment of that name is missing: everything. Names the built-in ones and the way to an own. */
export const unknownEnvironment = (name: string): string => {
  const meant = likelyMeant(name)
  const question = meant === undefined ? '' : ` did you mean "${meant}"?`
  const keys = environmentKeys(name)
  const own = `one of your own needs ${keys.API_URL}, ${keys.ISSUER}, ${keys.CLIENT_ID} and more in .env (see .env.example)`
  return `unknown environment "${name}":${question} built in are ${openNames.join(', ')}; ${own}`
}

/** Why a closed environment is not contacted; undefined where the user gave it addresses of their own. */
export const closedEnvironment = (
  { name, closure }: BuiltInEnvironment,
  source: Source,
): string | undefined => {
  const { API_URL, ISSUER } = environmentKeys(name)
  const isOwn = source.get(API_URL) !== undefined && source.get(ISSUER) !== undefined
  if (closure === undefined || isOwn) return undefined
  return `environment "${name}" is closed: listed so since ${closure.since} (${closure.writtenAt}); use "${closure.instead}", or set both ${API_URL} and ${ISSUER} to addresses of your own in .env (see .env.example)`
}
