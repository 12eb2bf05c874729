import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { refuseLink } from '../../config/own-file.ts'
import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject } from '../../evidence/json.ts'

/**
 * Which decision is the latest. Each decision names the one before it, so that a chain shows its gaps but for its end:
 * that is what this is kept for, beside the history and once more elsewhere.
 */
export interface Head {
  /** So many decisions there are with this one. */
  readonly decisions: number
  readonly last: string
  /** Of the manifest of the last one, hex. */
  readonly manifestSha256: string
}

/** Where the latest decision is noted: beside the history, and in the state directory, by the report directory. */
export const headPaths = (reportDir: string, stateDir: string): readonly [string, string] => {
  const name = createHash('sha256').update(resolve(reportDir)).digest('hex').slice(0, 16)
  return [join(reportDir, 'gate', 'head.json'), join(stateDir, 'gate', `head-${name}.json`)]
}

/** Notes it, whole or not at all. */
export const writeHead = async (path: string, head: Head): Promise<void> => {
  refuseLink(path)
  const unfinished = join(dirname(path), `.unfinished-${randomUUID()}`)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(unfinished, `${JSON.stringify(head, undefined, 2)}\n`)
  await rename(unfinished, path)
}

/** What was noted; `broken` where the file says nothing, undefined where there is none. */
export const readHead = async (path: string): Promise<Head | 'broken' | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const head = parseJson(text)
  return isJsonObject(head) &&
    typeof head['decisions'] === 'number' &&
    typeof head['last'] === 'string' &&
    typeof head['manifestSha256'] === 'string'
    ? { decisions: head['decisions'], last: head['last'], manifestSha256: head['manifestSha256'] }
    : 'broken'
}

/** A decision that is there, with the digest of its manifest. */
type Kept = { readonly id: string; readonly digest: string | undefined }

/** What the decisions that are there lack beside what was noted; undefined where nothing. */
export const headProblem = (
  kept: readonly Kept[],
  head: Head | 'broken' | undefined,
): string | undefined => {
  if (head === undefined)
    return 'is missing: whether the latest decision was taken out cannot be told'
  if (head === 'broken')
    return 'cannot be read: whether the latest decision was taken out cannot be told'
  const own = kept.find(({ id }) => id === head.last)
  if (own === undefined) return `names ${head.last} as the latest decision, which was taken out`
  if (own.digest !== head.manifestSha256) return `names another ${head.last} than is there`
  return kept.indexOf(own) === kept.length - 1 && kept.length === head.decisions
    ? undefined
    : `counts ${head.decisions} decisions up to ${head.last}, and there are ${kept.length}`
}
