import type { AnyRule } from '../rule.ts'
import { otherMethodsDoNotSucceed } from './001-other-methods-do-not-succeed.ts'
import { a405CarriesAllow } from './002-a-405-carries-allow.ts'
import { headAnswersAsGet } from './003-head-answers-as-get.ts'
import { aPersonIsNotPubliclyCacheable } from './004-a-person-is-not-publicly-cacheable.ts'
import { contentTypesAreNotGuessed } from './005-content-types-are-not-guessed.ts'
import { noArbitraryOriginIsLetIn } from './006-no-arbitrary-origin-is-let-in.ts'
import { noCookieIsSet } from './007-no-cookie-is-set.ts'
import { whatElseTheServerShows } from './008-what-else-the-server-shows.ts'
import { traceIsRefused } from './009-trace-is-refused.ts'
import { aPersonIsNotStored } from './010-a-person-is-not-stored.ts'

/** HTTP itself: methods, caching, and what fields show and allow. */
export const httpRules = [
  otherMethodsDoNotSucceed,
  a405CarriesAllow,
  headAnswersAsGet,
  aPersonIsNotPubliclyCacheable,
  contentTypesAreNotGuessed,
  noArbitraryOriginIsLetIn,
  noCookieIsSet,
  whatElseTheServerShows,
  traceIsRefused,
  aPersonIsNotStored,
] as const satisfies readonly AnyRule[]
