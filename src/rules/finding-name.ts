import type { RuleId } from './rule.ts'

/** The name of what a rule finds at one place: `KRR-JWS-003.kwzmt`. */
export type FindingName = `${RuleId}.${string}`

/**
 * Names what a rule finds at a place, alike in every run, environment and report: the end stands for the place's
 * words. It has consonants alone, so that no shell, sentence or masked value has any business with it.
 */
export const findingName = (ruleId: RuleId, where: string): FindingName =>
  `${ruleId}.${letters(digest(where))}`

/** A finding that somebody asks for; without `name` any that the rule has. */
export interface AskedFinding {
  readonly ruleId: RuleId
  readonly name: FindingName | undefined
}

/** Reads a finding's name as it was copied out of a sentence, or a rule's id; undefined where it is neither. */
export const parseFindingName = (text: string): AskedFinding | undefined => {
  const bare = text.replaceAll(/^[\s`'"(<[]+|[\s`'")>\].,:;!?]+$/g, '')
  const [, id, end] = /^(KRR-[A-Z]+-\d{3})(?:\.([a-z]+))?$/i.exec(bare) ?? []
  if (id === undefined) return undefined
  const ruleId = id.toUpperCase() as RuleId
  if (end === undefined) return { ruleId, name: undefined }
  const mark = end.toLowerCase()
  if (mark.length !== length || [...mark].some((letter) => !alphabet.includes(letter)))
    return undefined
  return { ruleId, name: `${ruleId}.${mark}` }
}

const alphabet = 'bcdfghjkmnpqrstvwxyz'
const length = 5

/** FNV-1a over the UTF-8 bytes: rules know no cryptography, and nothing is to be hidden. */
const digest = (text: string): number =>
  new TextEncoder()
    .encode(text)
    .reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5)

const letters = (digested: number): string => {
  let rest = digested
  return Array.from({ length }, () => {
    const letter = alphabet.charAt(rest % alphabet.length)
    rest = Math.floor(rest / alphabet.length)
    return letter
  }).join('')
}
