import { describe, expect, it } from 'vitest'
import type { FoundDocument } from '../evidence/published-document.ts'
import { placeName } from './place.ts'
import { brokenPromises, loadJudgedSnapshot, otherChanges } from './snapshot-comparison.ts'

const transcribed = loadJudgedSnapshot()
const pulled = {
  snapshot: { ...transcribed.snapshot, kind: 'pulled' },
  provenance: [],
} as const

const apiUrl = 'https://krr.example/rest/v1/person'

/** The snapshot as text with this replaced, as an environment would publish it. */
const publishing = (
  ...changes: readonly (readonly [from: string, to: string])[]
): FoundDocument => {
  const text = changes.reduce(
    (whole, [from, to]) => whole.replace(from, to),
    JSON.stringify(transcribed.snapshot.published),
  )
  return {
    found: true,
    apiUrl,
    searched: [],
    document: JSON.parse(text),
  } as unknown as FoundDocument
}

const told = (changes: ReturnType<typeof brokenPromises>) =>
  changes.map(({ kind, place, how }) => `${kind} ${placeName(place)}${how && `: ${how}`}`)

const json = 'GET 200 application/json'

describe('a document beside the snapshot', () => {
  it('that is the same breaks nothing and adds nothing', () => {
    for (const snapshot of [transcribed, pulled]) {
      expect(brokenPromises(snapshot, publishing())).toEqual([])
      expect(otherChanges(snapshot, publishing())).toEqual([])
    }
  })

  it('that renames a member breaks it and adds another', () => {
    const document = publishing(['"spraak":', '"språk":'])
    expect(told(brokenPromises(transcribed, document))).toEqual([`removed ${json} /spraak`])
    expect(told(otherChanges(transcribed, document))).toEqual([`added ${json} /språk`])
  })

  it('that lacks an operation lacks it once, not all that was below it', () => {
    const document = publishing(['"patch":', '"put":'])
    expect(told(brokenPromises(pulled, document))).toEqual(['removed PATCH'])
    expect(told(otherChanges(pulled, document))).toEqual(['added PUT'])
  })

  it('that drops what we only inferred breaks no promise of a transcribed snapshot', () => {
    const document = publishing(['"406":', '"418":'])
    expect(brokenPromises(transcribed, document)).toEqual([])
    expect(told(brokenPromises(pulled, document))).toEqual(['removed GET 406'])
  })

  it('that asks for more in a request breaks it, and by promising more in a response does not', () => {
    const patch = '"PersonPatchDocument":{"type":"object","required":["spraak"'
    const required = publishing(
      [patch, `${patch},"kilde"`],
      [
        '"spraak":{"type":"string","description"',
        '"kilde":{},"spraak":{"type":"string","description"',
      ],
    )
    expect(told(brokenPromises(transcribed, required))).toEqual([
      'added PATCH request application/json /kilde: and required',
    ])
    const person = '"PersonResource":{'
    const document = publishing([person, `${person}"required":["status"],`])
    expect(brokenPromises(transcribed, document)).toEqual([])
    expect(told(otherChanges(transcribed, document))).toEqual([
      `changed ${json} /status: newly required`,
    ])
  })

  it('that renames a code breaks it', () => {
    const document = publishing(['"AKTIV"', '"ACTIVE"'])
    expect(told(brokenPromises(transcribed, document))).toEqual([
      `changed ${json} /status: no longer AKTIV`,
    ])
  })

  it('that names a range in the place of a type promises the same', () => {
    const document = publishing(['"application/json":', '"*/*":'])
    expect(brokenPromises(transcribed, document)).toEqual([])
  })
})
