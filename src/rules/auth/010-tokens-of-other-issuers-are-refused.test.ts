import { tokensOfOtherIssuersAreRefused as rule } from './010-tokens-of-other-issuers-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
