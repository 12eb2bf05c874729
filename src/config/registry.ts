import type { EnvironmentValues } from './environment-settings.ts'

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
