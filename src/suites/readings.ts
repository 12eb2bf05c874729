import { contentText, type Exchange, parseJson } from '../evidence/exchange.ts'
import { isJsonObject } from '../evidence/json.ts'
import { type JwsReading, parseJws } from '../evidence/jws.ts'
import { sensitiveValues } from '../evidence/masking/learn.ts'
import type {
  ExpectedPerson,
  KrrScope,
  Persona,
  PersonContent,
  PersonReading,
  Representation,
} from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { bearer } from '../krr/person-api.ts'
import type { Tokens } from '../login/session.ts'
import { requireDeclared } from './declared-scopes.ts'
import { all } from './once.ts'
import { pictureCell } from './picture.ts'

import { keep, keepAsFound, placeOf, shortScopes, type World } from './world.ts'

/** One way to ask for a person. */
export interface Asking {
  readonly scopes: readonly KrrScope[]
  readonly representation: Representation
  readonly persona?: Persona
}

/** Tokens for exactly these scopes; one that was not granted leaves what needs it undecided. */
export const tokensFor = async (
  world: World,
  scopes: readonly KrrScope[],
  persona: Persona = 'MAIN',
): Promise<Tokens> => {
  requireDeclared(world, scopes)
  const tokens = await world.main.tokens(persona, scopes)
  world.masker.vault.learn('access token', tokens.accessToken)
  world.living.note(tokens, () => tokensFor(world, scopes, persona))
  world.masker.vault.learn('ID token', tokens.idToken)
  if (tokens.pid !== undefined) world.masker.vault.learn('pid', tokens.pid)
  const missing = scopes.filter((scope) => !tokens.granted.includes(scope))
  if (missing.length > 0) {
    throw new EvidenceUnavailableError(
      `${shortScopes(missing)} was not granted: the client's registration or the consent (KRR-OP-009)`,
    )
  }
  return tokens
}

/**
 * Makes sure that the token has no other `krr:user/*` scope: what is withheld without one is judged only where
 * it was withheld by ID-porten first.
 */
export const requireNoFurtherScope = async (
  world: World,
  scopes: readonly KrrScope[],
): Promise<void> => {
  const { granted } = await tokensFor(world, scopes)
  const further = granted.filter((scope) => !scopes.includes(scope))
  if (further.length > 0) {
    throw new EvidenceUnavailableError(
      `${shortScopes(further)} was granted beside ${shortScopes(scopes)} (KRR-OP-009)`,
    )
  }
}

/** `GET person` before anything is written, asked once in a run for each way to ask and each note. */
export const getPerson = (world: World, asking: Asking, note = ''): Promise<Exchange> => {
  const key = `${placeOf(asking)}${note}`
  const ask = async () => {
    const exchange = await askAnew(world, asking, note)
    if (asking.persona === undefined && note === '') {
      const { granted } = await tokensFor(world, asking.scopes)
      const { expect } = world.target.environment
      const cell = pictureCell(exchange, { ...asking, scopes: granted }, expect)
      world.main.pictured(cell)
    }
    return exchange
  }
  return asking.persona === undefined
    ? keepAsFound(world, key, ask)
    : keep(world, `GET ${asking.persona} ${key}`, ask)
}

/** `GET person` again, whatever was asked before. */
export const askAnew = async (world: World, asking: Asking, note = ''): Promise<Exchange> => {
  const { accessToken } = await tokensFor(world, asking.scopes, asking.persona)
  return world.api.getPerson({
    label: `GET person, ${asking.persona === undefined ? '' : `${asking.persona}, `}${placeOf(asking)}${note}`,
    authorization: bearer(accessToken),
    accept: asking.representation,
  })
}

/** The person document's bytes, before anything is parsed. */
export const contentOf = async (
  world: World,
  asking: Asking,
  exchange: Promise<Exchange> = getPerson(world, asking),
): Promise<PersonContent> => {
  const answered = await exchange
  const tokens = await tokensFor(world, asking.scopes, asking.persona)
  const { status } = answered.response
  if (status !== 200) {
    // Both answers to a token that may only write are accepted; KRR-SCOPE-007 reports which one came.
    const mayBeRefused = !asking.scopes.some((scope) => scope.endsWith('.read'))
    throw new EvidenceUnavailableError(`no person to judge: status ${status}`, {
      verdict:
        mayBeRefused && (status === 401 || status === 403) ? 'not-applicable' : 'inconclusive',
    })
  }
  const jws =
    asking.representation === 'application/jose'
      ? parseJws(contentText(answered.response))
      : undefined
  if (asking.representation === 'application/jose' && jws === undefined) {
    throw new EvidenceUnavailableError('no person to judge: the content is no compact JWS')
  }
  return {
    exchange: answered,
    representation: asking.representation,
    scopes: tokens.granted,
    bytes: jws?.payload ?? answered.response.content,
    jws,
    expected: expectedPerson(world, tokens, asking.persona),
  }
}

/** The person document parsed; its personal values are known to the masker from then on. */
export const readingOf = async (
  world: World,
  asking: Asking,
  exchange?: Promise<Exchange>,
): Promise<PersonReading> => {
  const content = await contentOf(world, asking, exchange)
  const text = new TextDecoder('utf-8').decode(content.bytes)
  const person = parseJson(text)
  if (!isJsonObject(person)) {
    throw new EvidenceUnavailableError(
      'no person to judge: the content is no JSON object (KRR-BODY-019)',
    )
  }
  for (const [kind, value] of sensitiveValues(person)) {
    if (world.masker.vault.learn(kind, value)) world.main.learnt(kind, value)
  }
  const reading = { ...content, person }
  if (asking.persona === undefined) world.readings.set(content.exchange.id, reading)
  return reading
}

/** The same person as JSON and as a JWS: as they were read before, or anew where there is a note. */
export const readBoth = (world: World, who: Omit<Asking, 'representation'>, note?: string) => {
  const read = (representation: Representation) => {
    const asking = { ...who, representation }
    return readingOf(world, asking, note === undefined ? undefined : askAnew(world, asking, note))
  }
  return all({ json: read('application/json'), jose: read('application/jose') })
}

/** The JWS of the signed representation with what it is judged by. */
export const jwsReadingOf = async (
  world: World,
  asking: Asking,
  answered?: Promise<Exchange>,
): Promise<JwsReading> => {
  const { exchange, jws } = await contentOf(world, asking, answered)
  if (jws === undefined) throw new EvidenceUnavailableError('no JWS to judge')
  const { trustAnchors, jwsPin, jwsOrgnr } = world.target.environment
  return { exchange, jws, trust: { anchors: trustAnchors, pin: jwsPin, orgnr: jwsOrgnr } }
}

/** Who is configured; with an operator's login whom the ID token names. */
const expectedPerson = (
  world: World,
  tokens: Tokens,
  persona: Persona = 'MAIN',
): ExpectedPerson => {
  const { pid, personas, expect } = world.target.environment
  return {
    persona,
    pid: (persona === 'MAIN' ? pid : personas[persona]) ?? tokens.pid,
    has: persona === 'MAIN' ? (expect as ExpectedPerson['has']) : [],
  }
}
