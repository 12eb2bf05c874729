import { readFile, rename, writeFile } from 'node:fs/promises'
import { isJsonObject } from './message.ts'
import type { PersonRecord } from './person-record.ts'

/** The data file cannot be used; the message names it. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  readonly code = 'REFERENCE_DATA_FILE'
  readonly path: string

  constructor(path: string, trouble: string, options: { cause?: unknown } = {}) {
    super(`${path} ${trouble}`, options)
    this.path = path
  }
}

/** The people that are registered, by personidentifikator. */
export interface PersonRegister {
  readonly find: (personidentifikator: string) => PersonRecord | undefined
  /** Replaces the record, in the data file too; writes come one after the other. */
  readonly store: (record: PersonRecord) => Promise<void>
}

/**
 * A register in memory. With a data file the languages that PATCH set are read from it and kept in it:
 * `{"<personidentifikator>": {"spraak": "en", "spraak_oppdatert": "2026-11-23T09:00:00.000Z"}}`.
 * @throws DataFileError where the file cannot be read or written, or is something else
 */
export const createRegister = async (
  records: readonly PersonRecord[],
  dataFile?: string,
): Promise<PersonRegister> => {
  const byNumber = new Map(records.map((record) => [record.personidentifikator, record]))
  const kept = dataFile === undefined ? new Map<string, Language>() : await readLanguages(dataFile)
  for (const [number, language] of kept) {
    const record = byNumber.get(number)
    if (record !== undefined) byNumber.set(number, withLanguage(record, language))
  }
  let writing: Promise<void> = Promise.resolve()
  return {
    find: (personidentifikator) => byNumber.get(personidentifikator),
    store: async (record) => {
      byNumber.set(record.personidentifikator, record)
      if (dataFile === undefined) return
      kept.set(record.personidentifikator, {
        spraak: record.spraak ?? '',
        ...(record.spraak_oppdatert === undefined
          ? {}
          : { spraak_oppdatert: record.spraak_oppdatert }),
      })
      writing = writing.then(() => writeLanguages(dataFile, kept))
      await writing
    },
  }
}

/** What was set; an empty one was removed. */
type Language = Pick<PersonRecord, 'spraak' | 'spraak_oppdatert'>

const withLanguage = (record: PersonRecord, language: Language): PersonRecord => {
  const { spraak: _, spraak_oppdatert: __, ...rest } = record
  return language.spraak === '' ? rest : { ...rest, ...language }
}

const readLanguages = async (path: string): Promise<Map<string, Language>> => {
  const text = await readText(path)
  if (text === undefined) return new Map()
  const entries = Object.entries(parsed(path, text)).map(([number, value]) => {
    if (!isJsonObject(value) || typeof value['spraak'] !== 'string') {
      throw new DataFileError(path, 'is not a data file of the reference environment')
    }
    const updated = Date.parse(String(value['spraak_oppdatert']))
    const language: Language = {
      spraak: value['spraak'],
      ...(Number.isNaN(updated) ? {} : { spraak_oppdatert: updated }),
    }
    return [number, language] as const
  })
  return new Map(entries)
}

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new DataFileError(path, 'cannot be read', { cause })
  }
}

const parsed = (path: string, text: string): { readonly [name: string]: unknown } => {
  try {
    const value: unknown = JSON.parse(text)
    if (isJsonObject(value)) return value
  } catch (cause) {
    throw new DataFileError(path, 'is not JSON', { cause })
  }
  throw new DataFileError(path, 'is not a data file of the reference environment')
}

const writeLanguages = async (path: string, kept: ReadonlyMap<string, Language>): Promise<void> => {
  const entries = [...kept].map(([number, { spraak, spraak_oppdatert }]) => [
    number,
    {
      spraak,
      ...(spraak_oppdatert === undefined
        ? {}
        : { spraak_oppdatert: new Date(spraak_oppdatert).toISOString() }),
    },
  ])
  const text = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`
  try {
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
  } catch (cause) {
    throw new DataFileError(path, 'cannot be written', { cause })
  }
}
