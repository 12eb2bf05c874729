import { readFileSync } from 'node:fs'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { readYaml } from '../../gate/yaml/read-yaml.ts'
import type { ContactRecord, PersonRecord } from '../../reference/api/register.ts'
import { hasControlDigits, isSynthetic } from '../../reference/op/personidentifikator.ts'
import { createPeople } from '../../reference/people.ts'
import { type Preset, type PresetName, presets } from './presets.ts'

/** A person of a people file. */
export interface WrittenPerson {
  readonly pid: string
  readonly state?: PresetName
  readonly epostadresse?: string | null
  readonly mobiltelefonnummer?: string | null
  readonly spraak?: string | null
  readonly faults?: readonly string[]
}

const languages = ['nb', 'nn', 'en', 'se']

const text = (maxLength: number) => ({ type: ['string', 'null'], minLength: 1, maxLength })

/** JSON Schema of a people file; docs/schemas has it. */
export const peopleSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'People of a sandbox (krr sandbox --people)',
  type: 'object',
  required: ['people'],
  additionalProperties: false,
  properties: {
    people: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        required: ['pid'],
        additionalProperties: false,
        properties: {
          pid: {
            description: 'a synthetic personidentifikator, in quotes where it begins with 0',
            type: 'string',
            pattern: '^[0-9]{11}$',
          },
          state: { description: 'MAIN where nothing is said', enum: Object.keys(presets) },
          epostadresse: { description: 'null: none', ...text(254) },
          mobiltelefonnummer: { description: 'null: none', ...text(20) },
          spraak: { description: 'null: none', enum: [...languages, null] },
          faults: {
            description: 'what goes wrong for this person alone, as --defect takes it',
            type: 'array',
            maxItems: 20,
            items: { type: 'string' },
          },
        },
      },
    },
  },
} as const

/** A person as the sandbox registers them. */
export interface SandboxPerson {
  readonly pid: string
  readonly state: PresetName
  readonly title: string
  readonly faults: readonly string[]
  readonly shown: Preset['shown']
  /** Undefined for who is not in the register. */
  readonly record: (mailboxCertificate: string) => PersonRecord | undefined
}

/**
 * The people of a file: schema, numbers and doubles are checked, all at once, each with its line.
 * @throws ConfigurationError
 */
export const readPeopleFile = (file: string): readonly SandboxPerson[] =>
  readPeople(textOf(file), file)

/** @throws ConfigurationError */
export const readPeople = (written: string, file: string): readonly SandboxPerson[] => {
  const { value, lineOf } = readYaml<{ readonly people: readonly WrittenPerson[] }>(
    written,
    file,
    peopleSchema,
  )
  const numbers = value.people.map(({ pid }) => pid)
  const [first, ...rest] = numbers.flatMap((pid, at) => {
    const trouble = numberTrouble(pid, numbers.indexOf(pid) < at)
    return trouble === undefined
      ? []
      : [`${file}:${lineOf(['people', at, 'pid'])}: people[${at}].pid ${trouble}`]
  })
  if (first !== undefined) throw new ConfigurationError([first, ...rest])
  return value.people.map(personOf)
}

/** Numbers of the sandbox's own people: theirs are told apart by them. */
const usual = createPeople(Date.now(), '')

const numberTrouble = (pid: string, isDouble: boolean): string | undefined => {
  if (!isSynthetic(pid))
    return 'must be synthetic (month + 80, or + 20, 40, 65): real people have no place in a sandbox'
  if (!hasControlDigits(pid)) return 'has control digits that are wrong'
  const [name] = Object.entries(usual).find(([, person]) => person.pid === pid) ?? []
  if (name !== undefined) return `is the sandbox's own ${name}`
  return isDouble ? 'stands there twice' : undefined
}

const personOf = (written: WrittenPerson): SandboxPerson => {
  const { pid, state = 'MAIN', faults = [] } = written
  const preset: Preset = presets[state]
  const { title, like, edit = (record) => record, shown } = preset
  return {
    ...{ pid, state, title, faults, shown },
    record: (mailboxCertificate) => {
      const { record } = createPeople(Date.now(), mailboxCertificate)[like]
      return record === undefined
        ? undefined
        : withOwn(edit({ ...record, personidentifikator: pid }), written)
    },
  }
}

/** The record with what the file says of this person; null takes it away. */
const withOwn = (record: PersonRecord, written: WrittenPerson): PersonRecord => {
  const { epostadresse, mobiltelefonnummer, spraak, spraak_oppdatert, ...rest } = record
  // An address that the state does not have is as old as the other one, or of yesterday.
  const yesterday = Date.now() - 24 * 3_600_000
  const like: ContactRecord = epostadresse ??
    mobiltelefonnummer ?? { value: '', oppdatert: yesterday, sist_verifisert: yesterday }
  const contact = (usual: ContactRecord | undefined, value: string | null | undefined) =>
    value === undefined ? usual : value === null ? undefined : { ...(usual ?? like), value }
  const [mail, mobile] = [
    contact(epostadresse, written.epostadresse),
    contact(mobiltelefonnummer, written.mobiltelefonnummer),
  ]
  const language = written.spraak === undefined ? spraak : (written.spraak ?? undefined)
  return {
    ...rest,
    ...(mail && { epostadresse: mail }),
    ...(mobile && { mobiltelefonnummer: mobile }),
    ...(language && { spraak: language, spraak_oppdatert: spraak_oppdatert ?? yesterday }),
  }
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigurationError([`--people: ${file} cannot be read`], { cause })
  }
}
