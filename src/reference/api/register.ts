import { readFile, rename, writeFile } from 'node:fs/promises'
import { remembering } from '../remembering.ts'
import { isJsonObject } from './message.ts'

/** An address that a person gave. Instants are milliseconds since the epoch. */
export interface ContactRecord {
  readonly value: string
  readonly oppdatert: number
  readonly sist_verifisert: number
  /** When a code that was sent there was typed in. */
  readonly sist_validert?: number
  /** Whether somebody else has it too. */
  readonly duplisert?: 'JA' | 'NEI'
}

export interface MailboxRecord {
  readonly postkasseadresse: string
  readonly postkasseleverandoeradresse: string
  /** Base64 DER. */
  readonly sertifikat: string
}

/** What the register holds of a person, whatever a token may see. Instants are ms since the epoch. */
export interface PersonRecord {
  readonly personidentifikator: string
  readonly status: 'AKTIV' | 'SLETTET'
  readonly reservasjon: 'JA' | 'NEI'
  /** Since when the person is reserved. */
  readonly reservasjonstidspunkt?: number
  readonly reservasjon_oppdatert?: number
  readonly epostadresse?: ContactRecord
  readonly mobiltelefonnummer?: ContactRecord
  readonly digital_post?: MailboxRecord
  readonly spraak?: string
  readonly spraak_oppdatert?: number
}

/**
 * Whether an address may still be used: changed or confirmed within the last 18 months
 * (eForvaltningsforskriften, 32).
 */
export const isCurrent = (contact: ContactRecord | undefined, now: number): boolean =>
  contact !== undefined &&
  Math.max(contact.oppdatert, contact.sist_verifisert) > eighteenMonthsBefore(now)

/** Whether the person can be notified: active, not reserved, and one address that is current. */
export const mayBeNotified = (record: PersonRecord, now: number): boolean =>
  record.status === 'AKTIV' &&
  record.reservasjon === 'NEI' &&
  (isCurrent(record.epostadresse, now) || isCurrent(record.mobiltelefonnummer, now))

const eighteenMonthsBefore = (now: number): number => {
  const instant = new Date(now)
  return instant.setUTCMonth(instant.getUTCMonth() - 18)
}

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
  /** Puts every record back as it was given, whatever was stored or kept in the data file. */
  readonly reset: () => Promise<void>
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
  const write = (path: string): Promise<void> => {
    writing = writing.then(() => writeLanguages(path, kept))
    return writing
  }
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
      await write(dataFile)
    },
    reset: async () => {
      byNumber.clear()
      for (const record of records) byNumber.set(record.personidentifikator, record)
      kept.clear()
      if (dataFile !== undefined) await write(dataFile)
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

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const inOslo = (instant: number): string => {
  const wholeSeconds = Math.floor(instant / 1000) * 1000
  const part = Object.fromEntries(
    parts.formatToParts(wholeSeconds).map(({ type, value }) => [type, value]),
  )
  const local = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`
  const offsetHours = Math.round((Date.parse(`${local}Z`) - wholeSeconds) / 3_600_000)
  return `${local}+${String(offsetHours).padStart(2, '0')}`
}

const rememberedTimes = 256

/** An instant (ms since the epoch) as the register writes it: `2018-06-29T10:14:52+02`. */
export const osloTime = remembering(rememberedTimes, inOslo)
