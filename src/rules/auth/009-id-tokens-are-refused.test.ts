import { idTokensAreRefused as rule } from './009-id-tokens-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
