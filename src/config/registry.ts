import type { EnvironmentValues } from './environment-settings.ts'
import { accepted, type Form, refused } from './forms.ts'

/** An environment that has been closed: it is never contacted under its old addresses. */
interface Closure {
  /** The day by which it was listed as closed, ISO 8601. */
  readonly since: string
  readonly writtenAt: string
  readonly instead: string
  /** Where it was: whoever has the name today is somebody else. */
  readonly apiUrl: string
  readonly issuer: string
}

/** What is known of an environment before any key is read. */
export interface BuiltInEnvironment {
  readonly name: string
  /** `fixed`: addresses are built in. `embedded`: started by the run. `sandbox`: left in a file. */
  readonly kind: 'fixed' | 'embedded' | 'sandbox' | 'closed'
  readonly aliases: readonly string[]
  readonly defaults: EnvironmentValues
  readonly closure?: Closure
}

const closed = (host: string): Closure => ({
  since: '2023-10-16',
  writtenAt: 'https://docs.digdir.no/docs/Kontaktregisteret/krr_utfasa_endepunkt',
  instead: 'test',
  apiUrl: `https://${host}/kontaktinfo-oauth2-server/rest/v1/person`,
  issuer: `https://${host}/idporten-oidc-provider/`,
})

const onThisMachine: EnvironmentValues = {
  ALLOW_WRITE: true,
  MAX_REQUESTS_PER_SECOND: undefined,
  STEP_SECONDS: 10,
}

/**
 * The environments that have a name of their own. Addresses are those of the page "Oppslag ved innlogget
 * bruker", issuers those of ID-porten's documentation; VER1 and YT2 stand on the page's version of
 * 2023-10-12 and were listed as closed four days later.
 */
export const builtInEnvironments: readonly BuiltInEnvironment[] = [
  { name: 'reference', kind: 'embedded', aliases: [], defaults: onThisMachine },
  { name: 'sandbox', kind: 'sandbox', aliases: [], defaults: onThisMachine },
  {
    name: 'test',
    kind: 'fixed',
    aliases: ['ver2'],
    defaults: {
      API_URL: 'https://test.kontaktregisteret.no/rest/v1/person',
      ISSUER: 'https://test.idporten.no',
      ALLOW_WRITE: true,
    },
  },
  {
    name: 'prod',
    kind: 'fixed',
    aliases: [],
    defaults: {
      API_URL: 'https://kontaktregisteret.no/rest/v1/person',
      ISSUER: 'https://idporten.no',
    },
  },
  {
    name: 'ver1',
    kind: 'closed',
    aliases: [],
    defaults: {},
    closure: closed('oidc-ver1.difi.no'),
  },
  {
    name: 'yt2',
    kind: 'closed',
    aliases: [],
    defaults: {},
    closure: closed('oidc-yt2.difi.eon.no'),
  },
]

/** The built-in environment of that name or alias, or undefined for one of the user's own. */
export const builtIn = (name: string): BuiltInEnvironment | undefined =>
  builtInEnvironments.find((known) => known.name === name || known.aliases.includes(name))

/** The environment's own name: `test` for the alias `ver2`. */
export const canonicalName = (name: string): string => builtIn(name)?.name ?? name

/** The names of environments, in order, lower-cased, each once. */
export const environmentNames: Form<readonly string[]> = {
  accepts: 'names of environments (letters, digits and -), separated by commas',
  parse: (text) => {
    const parts = text.split(',').map((part) => part.trim().toLowerCase())
    const names = [...new Set(parts.filter((part) => part !== ''))]
    return names.length > 0 && names.every((name) => isEnvironmentName(name))
      ? accepted(names)
      : refused()
  },
}

const isEnvironmentName = (name: string): boolean =>
  name.length <= 40 && /^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)

/** The `NAME` of an environment's keys: `MY_TEST` for `my-test`. */
export const keyNameOf = (name: string): string => name.toUpperCase().replaceAll('-', '_')

/**
 * The candidate that differs least from the word: insertions, deletions, substitutions and swapped
 * neighbours counted (optimal string alignment). Undefined where all differ by more than `most`.
 */
export const nearest = (
  word: string,
  candidates: readonly string[],
  most: number,
): string | undefined => {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
  return best?.candidate
}

const distanceOf = (one: string, other: string): number => {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    rows.push(current)
    for (let column = 1; column <= other.length; column++) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + differs,
        swapped && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return at(one.length, other.length)
}
