import { unsecuredTokensAreRefused as rule } from './006-unsecured-tokens-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
