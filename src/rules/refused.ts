import { contentJson, contentText, parseJson } from '../evidence/exchange.ts'
import { leavesOf } from '../evidence/json.ts'
import type { Refusal, RefusedWrite } from '../evidence/refusal.ts'
import { jwsWithin } from './jws/jws-within.ts'
import { orAbsent } from './or-absent.ts'
import { type Finding, fromWire } from './rule.ts'
import { differences } from './same-person.ts'
import { shownTexts } from './shown-text.ts'
import { isRefusal } from './statuses.ts'

/**
 * Names that a person has and an error has not. `status` is left out: the documented error body has
 * a member of that name too.
 */
const personMembers: ReadonlySet<unknown> = new Set([
  'personidentifikator',
  'reservasjon',
  'reservasjonstidspunkt',
  'reservasjon_oppdatert',
  'varslingsstatus',
  'kontaktinformasjon',
  'epostadresse',
  'mobiltelefonnummer',
  'digital_post',
  'postkasseadresse',
  'sertifikat',
  'spraak',
  'spraak_oppdatert',
])

/** Shorter values (`JA`, `nb`) stand in any text by chance; they say nothing of a person. */
const shortestPersonal = 5

/**
 * The ways in which a request that must be refused was not: another status than 4xx (which 4xx is
 * KRR-AUTH-014's), something of the person in the answer, and for a write a person that changed.
 */
export function* refused(refusal: Refusal | RefusedWrite): Generator<Finding> {
  const { response } = refusal.exchange
  if (!isRefusal(response.status)) {
    yield { at: 'status', expected: 'a refusal, 4xx', actual: fromWire(response.status) }
  }
  yield* disclosedMembers(refusal)
  yield* disclosedValues(refusal)
  if ('before' in refusal) yield* changes(refusal)
}

/** Where the answer shows a personal value known of the test user: one finding for each place. */
export function* disclosedValues({ exchange, personal }: Refusal): Generator<Finding> {
  const sought = personal.filter((value) => value.length >= shortestPersonal)
  for (const { at, text } of shownTexts(exchange.response)) {
    const lowerCase = text.toLowerCase()
    const shown = `${lowerCase}\n${withoutGroups(lowerCase)}`
    const found = sought.find(
      (value) => shown.includes(value.toLowerCase()) || nationalForm(value)?.test(shown),
    )
    if (found !== undefined)
      yield { at, expected: 'nothing of the person', actual: fromWire(found) }
  }
}

/** A Norwegian telephone number with another prefix than the one it has here, or with none. */
const nationalForm = (value: string): RegExp | undefined => {
  const [, digits] = /^(?:\+|00)47(\d{8})$/.exec(value) ?? []
  return digits === undefined ? undefined : new RegExp(`(?<!\\d)(?:(?:00)?47)?${digits}(?!\\d)`)
}

/** As numbers are written for people: `058185 10012`, `+47 999 99 999`. */
const withoutGroups = (text: string): string => text.replace(/(?<=\d)[ \u00a0.-](?=\d)/g, '')

function* disclosedMembers({ exchange }: Refusal): Generator<Finding> {
  const text = contentText(exchange.response)
  const payload = jwsWithin(text)?.payload
  const document =
    payload === undefined
      ? contentJson(exchange.response)
      : parseJson(Buffer.from(payload).toString('utf8'))
  const names = new Set(
    [...leavesOf(document)].flatMap(({ path }) => path).filter((step) => personMembers.has(step)),
  )
  for (const name of names) {
    yield { at: `/${name}`, expected: 'no member of a person', actual: 'present' }
  }
}

function* changes({ before, after }: RefusedWrite): Generator<Finding> {
  for (const { at, first, second } of differences(before, after)) {
    yield { at, expected: orAbsent(first), actual: orAbsent(second) }
  }
}
