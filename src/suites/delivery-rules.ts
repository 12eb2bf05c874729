import type { Exchange } from '../evidence/exchange.ts'
import { aPersonIsNotPubliclyCacheable } from '../rules/http/004-a-person-is-not-publicly-cacheable.ts'
import { contentTypesAreNotGuessed } from '../rules/http/005-content-types-are-not-guessed.ts'
import { noCookieIsSet } from '../rules/http/007-no-cookie-is-set.ts'
import { aPersonIsNotStored } from '../rules/http/010-a-person-is-not-stored.ts'
import { contentIsInTheCodingThatItNames } from '../rules/neg/010-content-is-in-the-coding-that-it-names.ts'
import type { Conforms } from './conforms.ts'
import type { Once } from './once.ts'

/** Declares what holds for the fields that a person comes with, whoever it is and however it was asked for. */
export const judgeDelivery = (conforms: Conforms, exchange: Once<Exchange>): void => {
  conforms(contentIsInTheCodingThatItNames, exchange)
  conforms(aPersonIsNotPubliclyCacheable, exchange)
  conforms(contentTypesAreNotGuessed, exchange)
  conforms(noCookieIsSet, exchange)
  conforms(aPersonIsNotStored, exchange)
}
