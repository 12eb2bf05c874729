import type { Exchange } from '../evidence/exchange.ts'
import { sensitiveValues } from '../evidence/masking/learn.ts'
import {
  alwaysMembers,
  isPresent,
  type PersonReading,
  type Representation,
} from '../evidence/person-reading.ts'
import type { Refusal } from '../evidence/refusal.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { clientErrorsAreNot5xx } from '../rules/err/001-client-errors-are-not-5xx.ts'
import { errorsShowNoInternals } from '../rules/err/002-errors-show-no-internals.ts'
import { errorsShowNoPersonalData } from '../rules/err/003-errors-show-no-personal-data.ts'
import { errorsAreJsonOfAKnownShape } from '../rules/err/004-errors-are-json-of-a-known-shape.ts'
import { errorShapesAreAsObserved } from '../rules/err/005-error-shapes-are-as-observed.ts'
import { a405CarriesAllow } from '../rules/http/002-a-405-carries-allow.ts'
import { noCookieIsSet } from '../rules/http/007-no-cookie-is-set.ts'
import { contentIsInTheCodingThatItNames } from '../rules/neg/010-content-is-in-the-coding-that-it-names.ts'
import type { Conforms } from './conforms.ts'
import { allScopes } from './declared-scopes.ts'
import { type Once, once } from './once.ts'
import { type Asking, getPerson, readingOf } from './readings.ts'
import type { World } from './world.ts'

const mainOf = (world: World): Asking => ({
  scopes: allScopes(world),
  representation: 'application/json',
})

/**
 * A GET that must be refused, beside the one (with all scopes as JSON unless said otherwise) that differs from it in this factor and
 * succeeded.
 * @throws EvidenceUnavailableError where the twin did not: a server that refuses everything proves nothing
 */
export const refusalOf = async (
  world: World,
  factor: string,
  ask: () => Promise<Exchange>,
  asking: Asking = mainOf(world),
): Promise<Refusal> => {
  const twin = await getPerson(world, asking)
  if (twin.response.status !== 200) throw noTwin(twin)
  const personal = personalValues(await readingOf(world, mainOf(world)))
  return { factor, twin, exchange: await ask(), personal }
}

/**
 * Makes sure that all scopes together disclose a person: who shows nobody to anyone withholds nothing.
 * @throws EvidenceUnavailableError where they do not
 */
export const requirePerson = async (
  world: World,
  representation: Representation,
): Promise<void> => {
  const { person } = await readingOf(world, { scopes: allScopes(world), representation })
  if (!alwaysMembers.some((member) => isPresent(person, member))) {
    throw new EvidenceUnavailableError(
      'the same request with all scopes disclosed no person: that it discloses none here proves nothing',
    )
  }
}

/** What is known of the test user: it must not turn up where it does not belong. */
export const personalValues = ({ person, expected }: PersonReading): readonly string[] => [
  ...new Set([
    ...(expected.pid === undefined ? [] : [expected.pid]),
    ...sensitiveValues(person).map(([, value]) => value),
  ]),
]

/** Without a success beside it no refusal is judged. */
export const noTwin = (twin: Exchange): EvidenceUnavailableError =>
  new EvidenceUnavailableError(
    `the same request without the fault did not succeed (status ${twin.response.status}): its refusal proves nothing`,
  )

/** Declares the rules that hold for every refusal. */
export const judgeRefusal = (conforms: Conforms, refusal: Once<Refusal>): void => {
  const exchange = once(async () => (await refusal()).exchange)

  conforms(clientErrorsAreNot5xx, exchange)
  conforms(errorsShowNoInternals, exchange)
  conforms(contentIsInTheCodingThatItNames, exchange)
  conforms(errorsShowNoPersonalData, refusal)
  conforms(errorsAreJsonOfAKnownShape, exchange)
  conforms(errorShapesAreAsObserved, exchange)
  conforms(a405CarriesAllow, exchange)
  conforms(noCookieIsSet, exchange)
}
