import { parseJson } from '../../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../../evidence/json.ts'
import type { ConformanceReport, RecordedExchange } from '../../report/model.ts'

/** What a person is in, as far as the register says: members of two people are compared only in the same state. */
export interface PersonState {
  /** By fact, in a form that masking leaves: `reservasjon` is `3 characters` for NEI. */
  readonly facts: ReadonlyMap<string, string>
  readonly hasMailbox: boolean
}

const special = /^[A-Z]+ person, ([A-Z]+(?:_[A-Z]+)*), /
const stateFacts = ['status', 'reservasjon', 'varslingsstatus'] as const

/** Whether the answer is about a person, and which: `MAIN`, `RESERVED`. */
export const personOf = (label: string): string | undefined =>
  /^[A-Z]+ person\b/.test(label) ? (special.exec(label)?.[1] ?? 'MAIN') : undefined

/** The state of each person of a run, by persona. */
export const personStates = ({
  exchanges,
}: Pick<ConformanceReport, 'exchanges'>): ReadonlyMap<string, PersonState> => {
  const seen = new Map<string, JsonObject[]>()
  for (const exchange of exchanges) {
    const [persona, person] = [personOf(exchange.label), personIn(exchange)]
    if (persona !== undefined && person !== undefined) {
      seen.set(persona, [...(seen.get(persona) ?? []), person])
    }
  }
  return new Map([...seen].map(([persona, people]) => [persona, stateOf(people)]))
}

/** Why members of the two are not compared; undefined where they are. Which members: all, or those of the mailbox. */
export const stateDifference = (
  from: PersonState | undefined,
  to: PersonState | undefined,
): { readonly why: string; readonly only?: 'mailbox' } | undefined => {
  const shared = stateFacts.filter((fact) => from?.facts.has(fact) && to?.facts.has(fact))
  if (from === undefined || to === undefined || shared.length === 0) {
    return { why: 'the state of one of the two people is unknown' }
  }
  const differing = shared.filter((fact) => from.facts.get(fact) !== to.facts.get(fact))
  if (differing.length > 0) return { why: `the two people differ in ${differing.join(', ')}` }
  return from.hasMailbox === to.hasMailbox
    ? undefined
    : { why: 'only one of the two people has a mailbox', only: 'mailbox' }
}

/** Whether a member comes only with a mailbox. */
export const isOfMailbox = (at: string): boolean => /^\/(digital_post|sertifikat)(\/|$)/.test(at)

const personIn = ({ request, response }: RecordedExchange): JsonObject | undefined => {
  if (request.method !== 'GET' || response.status !== 200) return undefined
  const payload = response.jws?.payload ?? parseJson(response.content ?? '')
  return isJsonObject(payload) ? payload : undefined
}

const stateOf = (people: readonly JsonObject[]): PersonState => ({
  facts: new Map(
    stateFacts.flatMap((fact) => {
      const values = people
        .map((person) => lengthOf(person[fact]))
        .filter((own) => own !== undefined)
      return values.length === 0 ? [] : [[fact, [...new Set(values)].sort().join(' or ')] as const]
    }),
  ),
  hasMailbox: people.some((person) => isJsonObject(person['digital_post'])),
})

/** The codes of these members all differ in length, which a masked value still tells. */
const lengthOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  const masked = /, (\d+) characters, #[0-9a-f]{8}\]$/.exec(value)?.[1]
  return `${masked ?? value.length} characters`
}
