import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../reference/api/message.ts'
import { project } from '../reference/api/project.ts'
import type { PersonContext } from '../reference/api/seams.ts'
import type { Injections } from '../reference/seams.ts'
import { reportExitCode } from '../report/exit-code.ts'
import type { ConformanceReport } from '../report/model.ts'
import { causeOf, rulesWith } from '../report/verdict.ts'
import { accept } from './acceptance.ts'
import { type Experiment, onReference } from './experiment.ts'
import { runMatrix } from './matrix.ts'
import { isOf, withContact, without, withText } from './person-document.ts'

/**
 * With `KRR_MOMENTS=all` each change comes at each of many moments, and each kind of unsteadiness with many seeds, which
 * takes half an hour; otherwise a few of both.
 */
const isWhole = process.env['KRR_MOMENTS'] === 'all'

type Edit = (person: JsonObject, context: PersonContext) => JsonObject

const inContact =
  (member: string, value: string): Edit =>
  (person) =>
    withContact(person, (contact) => withText(contact, member, () => value))
const inPerson =
  (member: string, value: string): Edit =>
  (person) =>
    withText(person, member, () => value)

/** What a colleague, the person or another system may change while a run goes on. */
const changes: Readonly<Record<string, Edit>> = {
  epostadresse: inContact('epostadresse', 'another@example.org'),
  epostadresse_sist_verifisert: inContact('epostadresse_sist_verifisert', '2026-11-20T10:14:52+01'),
  mobiltelefonnummer: inContact('mobiltelefonnummer', '+4798765432'),
  reservasjon_oppdatert: inPerson('reservasjon_oppdatert', '2026-11-20T10:14:52+01'),
  postkasseadresse: (person) =>
    'digital_post' in person
      ? {
          ...person,
          digital_post: {
            postkasseadresse: 'other#9YDT',
            postkasseleverandoeradresse: '984661185',
          },
        }
      : person,
}

/** What a server that is not one may show now and then. */
const flickers: Readonly<Record<string, Edit>> = {
  value: inContact('mobiltelefonnummer', '+4798765432'),
  loss: (person) =>
    withContact(person, (contact) => without(contact, 'epostadresse_sist_verifisert')),
  reservation: (person) => without(person, 'reservasjon_oppdatert'),
  person: (_, { people, scopes, now }) =>
    project(people.MOBILE_ONLY.record, {
      personidentifikator: people.MOBILE_ONLY.pid,
      scopes,
      now,
      deliverExpired: false,
    }),
}

/** The main person, edited in the answers that are chosen by their number. */
const editing = (isEdited: (request: number) => boolean, edit: Edit) => (): Injections => {
  let requests = 0
  return {
    method: (method) => {
      requests += 1
      return method
    },
    personDocument: (person, context) =>
      isOf(context, 'MAIN') && isEdited(requests) ? edit(person, context) : person,
  }
}

/** One of so many, by chance that is the same each time (mulberry32). */
const nowAndThen = (seed: number, oneOf: number) => {
  const chances: boolean[] = []
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return (request: number): boolean => {
    while (chances.length <= request) chances.push(next() < 1 / oneOf)
    return chances[request] ?? false
  }
}

const experiment = (id: string, injections: () => Injections): Experiment => {
  const header = { id, kind: 'variant', group: 'comes and goes', title: id } as const
  return {
    ...header,
    proves: [],
    rounds: [onReference(injections)],
    judge: (report, facts) => accept(header, [], report, facts),
  }
}

/** A few at a time: with many more, servers that share one thread do not answer in time. */
const reportsOf = async (
  experiments: readonly Experiment[],
): Promise<ReadonlyMap<string, ConformanceReport>> => {
  const reports = new Map<string, ConformanceReport>()
  for (let at = 0; at < experiments.length; at += 5) {
    await runMatrix({
      experiments: experiments.slice(at, at + 5),
      onRow: ({ id }, report) => void reports.set(id, report),
    })
  }
  return reports
}

const failedIn = ({ rules }: ConformanceReport): readonly string[] =>
  rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored').map(({ id }) => id)

describe('a person who changes while a run goes on', { timeout: 2_400_000 }, () => {
  test('is nobody’s fault where it is once, whatever and whenever it is', async () => {
    const moments = isWhole
      ? Array.from({ length: 30 }, (_, at) => 12 + at * 6)
      : [12, 85, 112, 131]
    const all = Object.entries(changes).flatMap(([member, edit], at) =>
      moments
        .filter((_, index) => isWhole || index === at % moments.length)
        .map((moment) =>
          experiment(
            `ONCE-${member}-${moment}`,
            editing((request) => request >= moment, edit),
          ),
        ),
    )
    for (const [id, report] of await reportsOf(all)) {
      expect([id, failedIn(report), report.register.restored]).toEqual([id, [], true])
      expect([0, 3], id).toContain(reportExitCode(report))
    }
  })

  test('is unsteady where it comes and goes, and nothing but that is told as a fault', async () => {
    const seeds = isWhole ? Array.from({ length: 8 }, (_, seed) => seed) : [1, 5]
    const all = Object.entries(flickers).flatMap(([kind, edit]) =>
      seeds.map((seed) =>
        experiment(`${kind}-${seed}`, editing(nowAndThen(seed, 3 + (seed % 5)), edit)),
      ),
    )
    for (const [id, report] of await reportsOf(all)) {
      // Another test user, whom the run asks for too, is a mix-up as well.
      const causes = id.startsWith('person') ? ['KRR-BODY-002', 'KRR-AUTH-016'] : ['KRR-BODY-022']
      const failed = rulesWith(report.rules, 'MUST', 'failed')
      // The cause comes first, and what follows is grouped under it.
      expect(failed.map(causeOf), id).toEqual([undefined, ...causes.slice(0, -1)])
      expect([id, failed.map((rule) => rule.id), report.register]).toMatchObject([
        id,
        causes,
        { restored: true },
      ])
      expect(report.register.lasting, id).toBeUndefined()
      expect(reportExitCode(report), id).toBe(1)
    }
  })
})
