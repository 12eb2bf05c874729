import { afterAll, expect, test } from 'vitest'
import { experiments } from '../../defects/experiments.ts'
import { runMatrix } from '../../defects/matrix.ts'
import { createPeople } from '../../reference/people.ts'
import type { ConformanceReport } from '../../report/model.ts'
import { formats } from '../../report/writers/index.ts'
import { type Canaries, personalValues, secretsOnTheWire } from '../canaries/canaries.ts'
import { canarySearch } from '../canaries/canary-search.ts'
import { type Overheard, wiretap } from '../canaries/wiretap.ts'

/**
 * Each defect's report is searched in every form. With `KRR_CANARIES=all` it is every experiment of the matrix, which
 * takes a quarter of an hour; with a part of an id those that have it; otherwise a few, and what once was seen.
 */
const wanted = process.env['KRR_CANARIES']
const isWhole = wanted === 'all'
const seenBefore = 'DEF-OP-SILENT-REQUEST-IS-SHOWN-THE-LOGIN'
const chosen = experiments.filter(({ id }, at) =>
  wanted === undefined ? at % 96 === 5 || id === seenBefore : isWhole || id.includes(wanted),
)

const wire = wiretap()
afterAll(() => wire.stop())

/** The people's numbers and addresses are the same in every reference environment; certificates come from the wire. */
const people = personalValues({ people: createPeople(Date.now(), 'none') } as never)

const portOf = (url: string): number => Number(new URL(url).port)

/** What went over the wire of one environment, and is heard of no more. */
const takeOverheard = ({ target }: ConformanceReport): readonly Overheard[] => {
  const ports = [target.apiUrl, target.issuer].map(portOf)
  const all = wire.overheard as Overheard[]
  const own = all.filter(({ port }) => ports.includes(port))
  const others = all.filter(({ port }) => !ports.includes(port))
  all.splice(0, all.length, ...others)
  return own
}

const canariesOf = (overheard: readonly Overheard[]): Canaries => {
  const certificates = overheard.flatMap(({ responseBody }) =>
    [
      ...responseBody()
        .toString('utf8')
        .matchAll(/"sertifikat"\s*:\s*"([^"]{40,})"/g),
    ].map(([, certificate = '']) => [certificate, 'certificate'] as const),
  )
  const known = [...people].filter(([value]) => value !== 'none')
  return new Map([...secretsOnTheWire(overheard), ...known, ...certificates])
}

test('no report of any defect holds a secret or the person, in whatever form it is written', {
  timeout: isWhole ? 7_200_000 : 300_000,
}, async () => {
  const sightings: string[] = []
  let searched = 0
  await runMatrix({
    experiments: [...chosen],
    onRow({ id }, report) {
      const canaries = canariesOf(takeOverheard(report))
      searched += 1
      // Some servers of the matrix have no login of their own, and all have people.
      expect(canaries.size, id).toBeGreaterThan(20)
      const search = canarySearch(canaries)
      for (const [name, { write }] of Object.entries(formats))
        sightings.push(...search(write(report)).map((sighting) => `${id}, ${name}: ${sighting}`))
      if (isWhole) process.stderr.write(`${searched} of ${chosen.length} ${id}\n`)
    },
  })
  expect(searched).toBe(chosen.length)
  expect(sightings).toEqual([])
})
