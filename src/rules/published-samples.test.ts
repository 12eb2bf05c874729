import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../contract/project-folder.ts'
import { loadJudgedSnapshot } from '../contract/snapshot-comparison.ts'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, stringAt } from '../evidence/json.ts'
import type { PersonReading } from '../evidence/person-reading.ts'
import { sampleReading } from './body/sample-reading.fixture.ts'
import { findingsOf } from './findings-of.fixture.ts'
import { rules } from './index.ts'
import type { Rule } from './rule.ts'
import { documentIsValid } from './spec/001-document-is-valid.ts'
import { getAndPatchAreDescribed } from './spec/002-get-and-patch-are-described.ts'
import { nothingPromisedWasTakenBack } from './spec/003-nothing-promised-was-taken-back.ts'
import { samplePublished } from './spec/sample-published.fixture.ts'

const folder = join(projectFolder(), 'specs', 'samples')

/** What is found in a sample, by rule and place: all of it. */
interface Expected {
  readonly must?: readonly string[]
  readonly should?: readonly string[]
  /** Which of several accepted readings is told. */
  readonly met?: readonly string[]
}

const filtered = 'BODY-011 filtered: kontaktinformasjon, digital_post, sertifikat'
const addressTimes = ['epostadresse_oppdatert', 'mobiltelefonnummer_oppdatert'].map(
  (name) => `BODY-014 /kontaktinformasjon/${name}`,
)
const reserved = ['BODY-014 /reservasjon_oppdatert', 'BODY-025 /reservasjonstidspunkt']
const contact = ['epostadresse', 'mobiltelefonnummer'] as const

const expected: Readonly<Record<string, Expected>> = {
  A01: { met: [filtered] },
  A02: { met: [filtered] },
  A03: { met: ['SCOPE-001 SLETTET, without reservasjon'] },
  A05: {
    should: [...reserved, ...addressTimes],
    met: ['BODY-011 not filtered: kontaktinformasjon, though reservasjon is JA'],
  },
  A07: {},
  A09: {},
  A11: {},
  // Its certificate was valid until 2020.
  A13: { should: ['BODY-016 /sertifikat'] },
  A15: { should: reserved, met: [filtered] },
  A16: {},
  A19: {},
  // A comma too many, in the page itself.
  B1: { must: ['BODY-019 content'] },
  B2: {},
  B3: {},
  B4: { met: [filtered] },
  B5: {},
  C1: { should: ['BODY-026 /digital_post/postkasseadresse', 'BODY-026 /sertifikat'] },
  D1: { should: addressTimes },
  D2: { should: addressTimes, met: ['BODY-011 not filtered: kontaktinformasjon'] },
  D3: {
    must: ['BODY-001 /varslingsstatus', 'BODY-010 /varslingsstatus'],
    should: [...reserved, ...addressTimes],
  },
  D5: {
    must: ['BODY-024 /kontaktinformasjon'],
    should: contact.map((name) => `BODY-026 /kontaktinformasjon/${name}`),
  },
  D6: {
    must: [
      'SCOPE-001 /reservasjon',
      'SCOPE-001 /status',
      'SCOPE-002 /varslingsstatus',
      'BODY-001 /status',
    ],
    should: addressTimes,
  },
  E1: { must: ['SCOPE-002 /varslingsstatus'] },
  F1: {
    should: [
      '/reservasjon',
      '/spraak',
      '/spraak_oppdatert',
      ...contact.flatMap((name) =>
        ['', '_oppdatert', '_sist_verifisert'].map((what) => `/kontaktinformasjon/${name}${what}`),
      ),
    ].map((at) => `BODY-020 ${at}`),
    met: ['SCOPE-001 SLETTET, without reservasjon'],
  },
  G1: {
    must: [
      ...['001', '003'].map((rule) => `BODY-${rule} /personidentifikator`),
      ...['001', '005'].map((rule) => `BODY-${rule} /spraak`),
      ...['001', '006'].flatMap((rule) => [
        `BODY-${rule} /spraak_oppdatert`,
        ...contact.flatMap((name) =>
          ['oppdatert', 'sist_verifisert'].map(
            (what) => `BODY-${rule} /kontaktinformasjon/${name}_${what}`,
          ),
        ),
      ]),
      'BODY-015 /sertifikat',
    ],
    should: [
      'BODY-011 /digital_post',
      'BODY-011 /sertifikat',
      'BODY-012 /kontaktinformasjon/epostadresse',
      'BODY-013 /kontaktinformasjon/mobiltelefonnummer',
      'BODY-018 /digital_post/postkasseleverandoeradresse',
      ...reserved,
    ],
  },
  H1: { met: ['SCOPE-001 IKKE_REGISTRERT, without reservasjon'] },
  H2: { must: ['SCOPE-001 /reservasjon', 'BODY-001 /reservasjon'] },
}

/** Rules on one person whom nothing is configured of. What the age of a sample makes of it is left aside. */
const onPerson = (rules as readonly Rule<never>[]).filter(
  ({ id }) => /^KRR-(BODY|SCOPE-00[1-4])/.test(id) && !/-(022|027)$/.test(id),
)
const onBytes = new Set(['KRR-BODY-019', 'KRR-BODY-023'])

const fileOf = (name: string): string =>
  readdirSync(folder).find((file) => file.startsWith(`${name}-`)) ?? ''

const judged = async (name: string): Promise<Required<Expected>> => {
  const text = readFileSync(join(folder, fileOf(name)), 'utf8')
  const parsed = parseJson(text)
  const person = isJsonObject(parsed) ? parsed : {}
  const reading: PersonReading = {
    ...sampleReading(),
    person,
    bytes: new TextEncoder().encode(text),
    expected: { persona: 'MAIN', pid: stringAt(person, 'personidentifikator'), has: [] },
  }
  const found = { must: [] as string[], should: [] as string[], met: [] as string[] }
  for (const rule of onPerson) {
    if (!isJsonObject(parsed) && !onBytes.has(rule.id)) continue
    if (rule.notApplicable?.(reading as never) !== undefined) continue
    const id = rule.id.replace('KRR-', '')
    for (const { at } of await findingsOf(rule, reading as never)) {
      ;(rule.level === 'MUST' ? found.must : found.should).push(`${id} ${at}`)
    }
    const met = id === 'BODY-003' ? undefined : rule.met?.(reading as never)
    if (met !== undefined) found.met.push(`${id} ${met}`)
  }
  return found
}

describe('what others published of a person', () => {
  test('is all here', () => {
    const names = readdirSync(folder).filter((file) => file.endsWith('.json'))
    expect(names.map((file) => file.split('-')[0]).sort()).toEqual(
      [...Object.keys(expected), 'I1'].sort(),
    )
  })

  test.each(Object.entries(expected))('%s', async (name, { must = [], should = [], met = [] }) => {
    const found = await judged(name)
    expect([...found.must].sort()).toEqual([...must].sort())
    expect([...found.should].sort()).toEqual([...should].sort())
    expect([...found.met].sort()).toEqual([...met].sort())
  })

  test('nothing of Digdir is called a deviation but its comma too many', async () => {
    for (const name of Object.keys(expected).filter((own) => /^[AB]/.test(own))) {
      expect((await judged(name)).must, name).toEqual(name === 'B1' ? ['BODY-019 content'] : [])
    }
  })
})

test("KRR's own document of 2022 keeps what the snapshot has of it", async () => {
  const document = parseJson(readFileSync(join(folder, fileOf('I1')), 'utf8'))
  const published = samplePublished(isJsonObject(document) ? document : {})
  const found = {
    ...published,
    apiUrl: 'https://krr.example/kontaktinfo-oauth2-server/rest/v1/person',
  }
  expect(await findingsOf(documentIsValid, found)).toEqual([])
  expect(await findingsOf(getAndPatchAreDescribed, found)).toEqual([])
  const comparison = { ...loadJudgedSnapshot(), published: found }
  const broken = await findingsOf(nothingPromisedWasTakenBack, comparison)
  // Two members came since; the empty string is written as two quotation marks there.
  expect(broken.map(({ at }) => at)).toEqual([
    'GET 200 application/json /reservasjonstidspunkt',
    'GET 200 application/json /reservasjon_oppdatert',
    'PATCH request application/json /spraak',
  ])
})
