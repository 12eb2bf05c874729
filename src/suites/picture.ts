import { contentText, type Exchange, parseJson } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject, stringAt } from '../evidence/json.ts'
import { parseJws } from '../evidence/jws.ts'
import {
  alwaysMembers,
  baseMembers,
  isPresent,
  type KrrScope,
  mailboxMembers,
  type Representation,
  registeredClaims,
  statusOfContactMembers,
} from '../evidence/person-reading.ts'
import type { Expectation, PictureCell } from '../report/model.ts'

const contactMembers = ['kontaktinformasjon', 'epostadresse', 'mobiltelefonnummer'] as const

/**
 * Which members of the contract an answer holds, beside those that the scopes let expect. It judges nothing, it only
 * shows: the rules have the exceptions, and the report both.
 */
export const pictureCell = (
  exchange: Exchange,
  asking: { readonly representation: Representation; readonly scopes: readonly KrrScope[] },
  has: readonly string[],
): PictureCell => {
  const { representation, scopes } = asking
  const person = exchange.response.status === 200 ? personIn(exchange, representation) : undefined
  return {
    scopes: scopes.map((scope) => scope.replace(/^krr:user\/(\w+)\.\w+$/, '$1')),
    representation,
    exchange: exchange.id,
    status: exchange.response.status,
    members: person === undefined ? [] : membersOf(person, scopes, has),
    unknown: person === undefined ? 0 : Object.keys(person).filter(isUnknown).length,
  }
}

const personIn = (
  { response }: Exchange,
  representation: Representation,
): JsonObject | undefined => {
  const text = contentText(response)
  const jws = representation === 'application/jose' ? parseJws(text.trim()) : undefined
  const person = parseJson(jws === undefined ? text : new TextDecoder().decode(jws.payload))
  return isJsonObject(person) ? person : undefined
}

const membersOf = (
  person: JsonObject,
  scopes: readonly KrrScope[],
  has: readonly string[],
): PictureCell['members'] => {
  const contact = scopes.includes('krr:user/kontaktinformasjon.read')
  const mailbox = scopes.includes('krr:user/digitalpost.read')
  // Who cannot be notified may lack them wherever the contact scope takes part.
  const mayBeFiltered =
    contact && (stringAt(person, 'varslingsstatus') ?? 'KAN_VARSLES') !== 'KAN_VARSLES'
  const held = (name: string): Expectation =>
    has.includes(name) && !mayBeFiltered ? 'required' : 'allowed'
  const anyContact = held('epostadresse') === 'required' ? 'epostadresse' : 'mobiltelefonnummer'
  const guarded = (isGranted: boolean, expected: Expectation): Expectation =>
    isGranted ? expected : 'withheld'
  const isAlways = (name: string) => alwaysMembers.some((own) => own === name)
  return [
    ...baseMembers.map((name) => ({
      name,
      expected:
        isAlways(name) && (contact || mailbox) ? ('required' as const) : ('allowed' as const),
      came: isPresent(person, name),
    })),
    ...contactMembers.map((name) => ({
      name: name === 'kontaktinformasjon' ? name : `kontaktinformasjon/${name}`,
      expected: guarded(contact, held(name === 'kontaktinformasjon' ? anyContact : name)),
      came:
        name === 'kontaktinformasjon'
          ? isPresent(person, name)
          : isPresent(person, 'kontaktinformasjon', name),
    })),
    ...statusOfContactMembers.map((name) => ({
      name,
      expected: guarded(contact, name === 'varslingsstatus' ? 'required' : 'allowed'),
      came: isPresent(person, name),
    })),
    ...mailboxMembers.map((name) => ({
      name,
      expected: guarded(mailbox, held(name)),
      came: isPresent(person, name),
    })),
  ]
}

const known: ReadonlySet<string> = new Set([
  ...baseMembers,
  ...statusOfContactMembers,
  'kontaktinformasjon',
  ...mailboxMembers,
  ...registeredClaims,
])

const isUnknown = (name: string): boolean => !known.has(name)
