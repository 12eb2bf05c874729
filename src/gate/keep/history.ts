import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../../evidence/json.ts'
import { sealFiles } from '../../report/seal/signer.ts'
import { type Verification, verifyFolder } from '../../report/seal/verify.ts'
import type { Decision } from '../decision.ts'

/** A decision that was kept, as it was read: believe it only where it was verified. */
export interface KeptDecision {
  readonly id: string
  readonly folder: string
  /** Undefined where the file is none. */
  readonly decision: Decision | undefined
}

/** What became of a kept decision since. */
export interface VerifiedDecision extends KeptDecision {
  readonly verification: Verification
  /** Whether the decision before it is the one that it names. */
  readonly isLinked: boolean
  /** Of its manifest, hex: what whoever keeps an eye on it notes elsewhere. */
  readonly digest: string | undefined
}

/** Where decisions are kept for good. */
export const historyFolder = (reportDir: string): string => join(reportDir, 'gate', 'history')

/** All decisions, the oldest first: an id begins with its time. */
const keptDecisions = async (reportDir: string): Promise<readonly KeptDecision[]> => {
  const ids = await foldersIn(historyFolder(reportDir))
  return Promise.all(
    ids.map(async (id) => {
      const folder = join(historyFolder(reportDir), id)
      const text = await readFile(join(folder, 'decision.json'), 'utf8').catch(() => '')
      return { id, folder, decision: parsed(text) }
    }),
  )
}

/** Each decision held against its seal, and against the one before it. */
export const verifiedDecisions = async (
  reportDir: string,
  expected: readonly string[] = [],
): Promise<readonly VerifiedDecision[]> => {
  const kept = await keptDecisions(reportDir)
  const digests = await Promise.all(kept.map(({ folder }) => manifestDigest(folder)))
  return Promise.all(
    kept.map(async (own, at) => ({
      ...own,
      verification: await verifyFolder(own.folder, expected),
      isLinked: own.decision?.previous === digests[at - 1],
      digest: digests[at],
    })),
  )
}

/** How many decisions there are, and the digest of the latest one's manifest, hex; undefined before the first. */
export const latestKept = async (
  reportDir: string,
): Promise<{ readonly decisions: number; readonly digest: string | undefined }> => {
  const all = await foldersIn(historyFolder(reportDir))
  const last = all.at(-1)
  const digest =
    last === undefined ? undefined : await manifestDigest(join(historyFolder(reportDir), last))
  return { decisions: all.length, digest }
}

/** SHA-256 of the manifest in a folder, hex; undefined where there is none. */
export const manifestDigest = async (folder: string): Promise<string | undefined> => {
  const content = await readFile(join(folder, sealFiles.manifest)).catch(() => undefined)
  return content === undefined ? undefined : createHash('sha256').update(content).digest('hex')
}

const foldersIn = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** What somebody may have written in the place of a decision is none, unless it has all that is told of one. */
const parsed = (text: string): Decision | undefined => {
  const value = parseJson(text)
  if (!isJsonObject(value)) return undefined
  const { reasons, override, waivers = [], decidedIn, titles = {} } = value
  const isDecision =
    typeof value['decidedAt'] === 'string' &&
    ['yes', 'no', 'unknown'].some((answer) => answer === value['answer']) &&
    isSide(value['from']) &&
    isSide(value['to']) &&
    Array.isArray(reasons) &&
    reasons.every((own) => stringAt(own, 'code') !== undefined) &&
    Array.isArray(waivers) &&
    waivers.every((own) =>
      hasTexts(own, 'of', 'environment', 'reason', 'owner', 'expires', 'link'),
    ) &&
    isJsonObject(titles) &&
    (decidedIn === undefined ||
      (hasTexts(decidedIn, 'system', 'job') && mayHaveText(decidedIn, 'url'))) &&
    (override === undefined || hasTexts(override, 'by', 'reason'))
  return isDecision ? (value as unknown as Decision) : undefined
}

const isSide = (side: unknown): boolean =>
  hasTexts(side, 'environment') && mayHaveText(side, 'run') && mayHaveText(side, 'page')

const hasTexts = (value: unknown, ...names: readonly string[]): boolean =>
  names.every((name) => stringAt(value, name) !== undefined)

const mayHaveText = (value: unknown, name: string): boolean =>
  isJsonObject(value) && (value[name] === undefined || typeof value[name] === 'string')
