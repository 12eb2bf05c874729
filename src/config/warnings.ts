import { hostName } from './address.ts'
import type { ConfiguredEnvironment } from './configured-environment.ts'
import type { Source } from './dotenv.ts'
import type { Environment } from './environment.ts'
import type { EnvironmentKey } from './environment-settings.ts'
import { syntheticSeries } from './personidentifikator.ts'
import { builtIn, builtInEnvironments, keyNameOf, nearest } from './registry.ts'
import { environmentKeyNames, environmentKeys, runSettings } from './settings.ts'

const see = 'the keys are in .env.example'

/** A sentence for each key that looks like a setting of this run but is none, or is not read. */
export const unreadKeys = (names: readonly string[], source: Source): readonly string[] => [
  ...source.keys.flatMap((key) => unknownRunKey(key, names)),
  ...names.flatMap((name) => [...unknownKeysOf(name, source), ...aliasKeysOf(name, source)]),
]

const runKeys = Object.keys(runSettings)

const unknownRunKey = (key: string, names: readonly string[]): readonly string[] => {
  if (!/^kr/i.test(key) || runKeys.includes(key) || isEnvironmentKey(key)) return []
  if (names.some((name) => key.startsWith(`KRR_${keyNameOf(name)}_`))) return []
  const ofEnvironments = names.flatMap((name) => Object.values(environmentKeys(name)))
  const meant = nearest(key.toUpperCase(), [...runKeys, ...ofEnvironments], 2)
  return meant === undefined ? [] : [`${key} is not a setting: did you mean ${meant}?`]
}

const isEnvironmentKey = (key: string): boolean =>
  key.startsWith('KRR_') && environmentKeyOf(key) !== undefined

// KRR_TEST_TEAM_PID is the PID of an environment "test-team", not an unknown key of "test".
const environmentKeyOf = (key: string): EnvironmentKey | undefined =>
  environmentKeyNames.find((name) => key.endsWith(`_${name}`))

const unknownKeysOf = (name: string, source: Source): readonly string[] => {
  const prefix = `KRR_${keyNameOf(name)}_`
  return source.keys
    .filter((key) => key.startsWith(prefix) && !runKeys.includes(key) && !environmentKeyOf(key))
    .map((key) => {
      const meant = nearest(key.slice(prefix.length), environmentKeyNames, 3)
      const hint = meant === undefined ? see : `did you mean ${prefix}${meant}?`
      return `${key} is not a setting: ${hint}`
    })
}

const aliasKeysOf = (name: string, source: Source): readonly string[] =>
  (builtIn(name)?.aliases ?? []).flatMap((alias) =>
    environmentKeyNames
      .map((key) => ({ key, own: `KRR_${keyNameOf(alias)}_${key}` }))
      .filter(({ own }) => source.get(own) !== undefined)
      .map(
        ({ key, own }) =>
          `${own} is not read: ${alias} stands for ${name}, so set ${environmentKeys(name)[key]}`,
      ),
  )

/** A sentence for each main test user's number that an operator's login makes void. */
export const unreadNumbers = (
  environments: readonly ConfiguredEnvironment[],
  source: Source,
): readonly string[] =>
  environments.flatMap((configured) => {
    if (configured.kind !== 'ready' || configured.environment.login !== 'operator') return []
    const { PID } = environmentKeys(configured.environment.name)
    return source.get(PID) === undefined
      ? []
      : [`${PID} is not read with LOGIN=operator: the person is the one who logs in`]
  })

/** A sentence for each address on the host of an environment that was closed: who answers there is unknown. */
export const closedAddresses = (
  environments: readonly ConfiguredEnvironment[],
): readonly string[] =>
  environments.flatMap((configured) => {
    if (configured.kind !== 'ready') return []
    const { name, apiUrl, issuer } = configured.environment
    const keys = environmentKeys(name)
    const addresses = [
      [keys.API_URL, apiUrl],
      [keys.ISSUER, issuer],
    ] as const
    return addresses.flatMap(([key, url]) => closedHost(key, url))
  })

const closedHost = (key: string, url: string): readonly string[] => {
  const found = builtInEnvironments.find(
    ({ closure }) => closure !== undefined && hostName(closure.apiUrl) === hostName(url),
  )
  if (found?.closure === undefined) return []
  const { since, instead, writtenAt } = found.closure
  return [
    `${key} is on the host of ${found.name}, closed since ${since} (${writtenAt}): whoever answers there is not KRR; use the environment ${instead}`,
  ]
}

/** A sentence for each test user of a synthetic series that KRR's test register may not know. */
export const otherSeries = (environments: readonly ConfiguredEnvironment[]): readonly string[] =>
  environments.flatMap((configured) => {
    if (configured.kind !== 'ready' || configured.environment.production) return []
    const { name, pid, personas } = configured.environment
    const keys = environmentKeys(name)
    const numbers = [
      [keys.PID, pid],
      ...Object.entries(personas).map(([persona, number]) => [`${keys.PID}_${persona}`, number]),
    ] as const
    return numbers.flatMap(([key, number]) => {
      const added = number === undefined ? undefined : syntheticSeries(number)
      return added === undefined || added === 80
        ? []
        : [
            `${key} is of the synthetic series month + ${added}: TestID takes it, but KRR's test register may not know it, which is that of month + 80 (Tenor)`,
          ]
    })
  })

/** A sentence for each production environment that is written to: what its person must know before logging in. */
export const nationalWrites = (environments: readonly ConfiguredEnvironment[]): readonly string[] =>
  environments.flatMap((configured) =>
    configured.kind === 'ready' ? nationalWrite(configured.environment) : [],
  )

/** The sentence where writing to this environment writes to the national register itself. */
export const nationalWrite = ({
  name,
  production,
  allowWrite,
}: Pick<Environment, 'name' | 'production' | 'allowWrite'>): readonly string[] =>
  production && allowWrite
    ? [
        `${name} is production: the language of the person who logs in is changed and put back. Tell that person before: the change is made in a national register.`,
      ]
    : []

/** A sentence for each setting whose text was likely not meant as it is: never the text itself. */
export const oddTexts = (names: readonly string[], source: Source): readonly string[] =>
  [...runKeys, ...names.flatMap((name) => Object.values(environmentKeys(name)))].flatMap((key) => {
    const text = source.get(key)
    return text === undefined ? [] : oddities(key, text)
  })

const oddities = (key: string, text: string): readonly string[] => {
  const odd = [
    ...new Set(text.match(/[\u2018-\u201F\u00A0\u00AD\u200B-\u200F\u2060\uFEFF]/gu) ?? []),
  ]
  const isQuoted = /^(['"`]).*\1$/s.test(text)
  const isHalfQuoted =
    !isQuoted && (/^['"`]/.test(text) || /['"`]$/.test(text)) && !/^[{[]/.test(text)
  return [
    ...odd.map(
      (character) =>
        `${key} holds U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')} (${nameOf(character)}), as text that is pasted from a document does; type it anew if it does not belong there`,
    ),
    ...(isQuoted || isHalfQuoted
      ? [
          `${key} ${isQuoted ? 'is in quotes that are part of its value' : 'begins or ends with a quote'}; take it away if it does not belong there`,
        ]
      : []),
  ]
}

const nameOf = (character: string): string =>
  /[\u2018-\u201F]/u.test(character) ? 'a curly quote' : 'a character that shows nothing'
