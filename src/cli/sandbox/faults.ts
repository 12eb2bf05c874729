import { ConfigurationError } from '../../config/configuration-error.ts'
import { nearest } from '../../config/registry.ts'
import type { Defect } from '../../defects/defect.ts'
import { defects } from '../../defects/index.ts'
import { schemaKeywordDefects } from '../../defects/schema-keywords/index.ts'
import { variants } from '../../defects/variants/index.ts'
import type { Variant } from '../../defects/variants/variant.ts'
import type { Injections, SeamName } from '../../reference/seams.ts'
import { type Behaviour, troubleOf, troubles } from './troubles.ts'

/** What goes wrong, or is unusual, in a sandbox that is asked for it. */
export interface Fault extends Behaviour {
  /** As it was asked for: `DEF-JWS-SIGNATURE-BROKEN`, `429=30`. */
  readonly id: string
  readonly family: string
  /** The fact, as a sentence about the server. */
  readonly title: string
  /** Why it can be had from the start of the sandbox alone; undefined: at any time, for one request too. */
  readonly fromTheStart?: string
  /** What the servers are started with for it. */
  readonly options?: Variant['options']
  readonly configure?: Variant['configure']
}

/** Seams that a server passes once, when it starts. */
const passedOnce: readonly SeamName[] = ['tlsOptions', 'plainHttp']

const ofDefect = (defect: Defect): Fault => ({
  id: defect.id,
  family: defect.family,
  title: defect.title,
  injections: { [defect.seam]: defect.inject },
  ...(passedOnce.includes(defect.seam)
    ? { fromTheStart: 'TLS is set up when the server starts, for the whole environment' }
    : {}),
})

const ofVariant = (group: string, variant: Variant): Fault => {
  const { id, title, options, configure, injections = () => ({}) } = variant
  const own: Injections = injections()
  const isOfTheStart =
    options !== undefined ||
    configure !== undefined ||
    passedOnce.some((seam) => own[seam] !== undefined)
  return {
    id,
    family: `variant: ${group}`,
    title,
    injections: own,
    ...(options === undefined ? {} : { options }),
    ...(configure === undefined ? {} : { configure }),
    ...(isOfTheStart ? { fromTheStart: 'it is a property of the whole environment' } : {}),
  }
}

/** What a sandbox can be asked for, by family. */
export interface Catalogue {
  /** Troubles are listed with the form of their parameter: `429=SECONDS`. */
  readonly listed: readonly Pick<Fault, 'id' | 'family' | 'title' | 'fromTheStart'>[]
  /**
   * The fault by its id, in capitals or not.
   * @throws ConfigurationError naming the nearest one
   */
  readonly find: (asked: string) => Fault
}

/** Every defect of the matrix, every conforming variant, and trouble on the way. */
export const createCatalogue = (): Catalogue => {
  const faults = [
    ...[...defects, ...schemaKeywordDefects()].map(ofDefect),
    ...Object.entries(variants).flatMap(([group, own]) =>
      own.map((variant) => ofVariant(group, variant)),
    ),
  ]
  const byId = new Map(faults.map((fault) => [fault.id, fault]))
  const listed = [
    ...troubles.map(({ form, title }) => ({ id: form, family: 'trouble on the way', title })),
    ...faults,
  ]
  return {
    listed,
    find(asked) {
      const named = troubleOf(asked)
      const known = byId.get(asked.toUpperCase())
      const found = known ?? (named && { ...named, family: 'trouble on the way' })
      if (found !== undefined) return found
      const shown = JSON.stringify(asked.slice(0, 100))
      const meant = nearestOf(
        asked.slice(0, 100),
        listed.map(({ id }) => id),
      )
      const question = meant === undefined ? '' : ` (did you mean ${meant}?)`
      throw new ConfigurationError([
        `${shown} is no fault of the sandbox${question}; krr sandbox --list has them all`,
      ])
    },
  }
}

/** The nearest id by letters, or the one that has most of its words. */
const nearestOf = (asked: string, ids: readonly string[]): string | undefined => {
  // A trouble is meant by its name, whatever its parameter is.
  const nameOf = (id: string): string => (id.split('=')[0] ?? '').toUpperCase()
  const most = Math.min(Math.floor(asked.length / 3), 12)
  const byLetters = nearest(nameOf(asked), ids.map(nameOf), most)
  if (byLetters !== undefined) return ids.find((id) => nameOf(id) === byLetters)
  const words = asked
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '' && word !== 'DEF' && word !== 'VAR')
  const shared = (id: string) => words.filter((word) => id.split('-').includes(word)).length
  const [best] = [...ids].sort((one, other) => shared(other) - shared(one))
  return best !== undefined && shared(best) > 0 ? best : undefined
}

/**
 * Why these faults cannot be had together, a sentence each: what a server is given once, two of them would each set.
 */
export const conflictsOf = (faults: readonly Fault[]): readonly string[] => {
  const settings = (fault: Fault): readonly string[] => [
    ...passedOnce.filter((seam) => fault.injections[seam] !== undefined),
    ...Object.keys(fault.options ?? {}),
    ...(fault.configure === undefined ? [] : ['what sandbox.json says']),
  ]
  return pairsOf(faults).flatMap(([one, other]) => {
    const both = settings(one).filter((setting) => settings(other).includes(setting))
    return both.length === 0
      ? []
      : [`${one.id} and ${other.id} cannot be combined: each sets ${both.join(' and ')}`]
  })
}

/** What to know of faults that are combined: at one place the later one meets what the earlier one made. */
export const overlapsOf = (faults: readonly Fault[]): readonly string[] =>
  pairsOf(faults).flatMap(([one, other]) => {
    const both = Object.keys(one.injections).filter((seam) => seam in other.injections)
    return both.length === 0
      ? []
      : [
          `${one.id} and ${other.id} act at one place (${both.join(', ')}): the second meets what the first made, and may hide it`,
        ]
  })

const pairsOf = (faults: readonly Fault[]): readonly (readonly [Fault, Fault])[] =>
  faults.flatMap((one, at) => faults.slice(at + 1).map((other) => [one, other] as const))

/** The lines of `krr sandbox --list`: those that have the word in id, title or family. */
export const listLines = ({ listed }: Catalogue, word = ''): readonly string[] => {
  const wanted = listed.filter(({ id, family, title }) =>
    `${id} ${family} ${title}`.toLowerCase().includes(word.toLowerCase()),
  )
  const families = [...new Set(wanted.map(({ family }) => family))]
  const own = (family: string) => wanted.filter((fault) => fault.family === family)
  return families.flatMap((family) => [
    family,
    ...own(family).map(
      ({ id, title, fromTheStart }) =>
        `  ${id}  ${title}${fromTheStart === undefined ? '' : ' (from the start alone)'}`,
    ),
  ])
}
