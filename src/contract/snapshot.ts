import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseJson } from '../evidence/exchange.ts'
import { type JsonObject, stringAt } from '../evidence/json.ts'
import { ContractError } from './contract-error.ts'
import { parseDocument } from './parse-document.ts'
import { projectFolder } from './project-folder.ts'

/** `specs/source.json`: where the snapshot comes from. */
export interface SnapshotSource {
  /** The snapshot's file name under specs/. */
  readonly document: string
  /** Put together from pages, or fetched from an environment. */
  readonly kind: 'transcribed' | 'pulled'
  readonly source: string
  /** `2026-11-22`, or the instant of a pull. */
  readonly retrieved: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
}

/** The published contract as it is kept, with where it comes from. */
export interface Snapshot extends SnapshotSource {
  /** The document as published, in whatever dialect. */
  readonly published: JsonObject
}

/** SHA-256 of the bytes, hex. */
export const sha256Of = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/**
 * The snapshot under `specs/`, its digest compared with what `source.json` says.
 * @throws ContractError where a file is missing, is no document, or was edited by hand
 */
export const loadSnapshot = (root: string = projectFolder()): Snapshot => {
  const source = sourceFrom(read(join(root, 'specs', 'source.json')).toString('utf8'))
  const bytes = read(join(root, 'specs', source.document))
  const sha256 = sha256Of(bytes)
  if (sha256 !== source.sha256) {
    throw new ContractError(
      `specs/${source.document} is not the snapshot that specs/source.json describes: its sha256 is ${sha256}; it is never edited by hand (specs/SOURCE.md)`,
    )
  }
  const published = parseDocument(bytes.toString('utf8'))
  if (published === undefined) {
    throw new ContractError(`specs/${source.document} is neither JSON nor YAML`)
  }
  return { ...source, published }
}

const read = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ContractError(`${path} cannot be read`, { cause })
  }
}

const sourceFrom = (text: string): SnapshotSource => {
  const json = parseJson(text)
  const [document, kind, source, retrieved, sha256] = [
    'document',
    'kind',
    'source',
    'retrieved',
    'sha256',
  ].map((name) => stringAt(json, name))
  if (!document || !source || !retrieved || !sha256 || /[\\/]/.test(document)) {
    throw new ContractError('specs/source.json needs document, kind, source, retrieved and sha256')
  }
  if (kind !== 'transcribed' && kind !== 'pulled') {
    throw new ContractError('"kind" in specs/source.json must be transcribed or pulled')
  }
  return { document, kind, source, retrieved, sha256 }
}
