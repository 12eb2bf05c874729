import { whatIsNoTokenIsRefused as rule } from './003-what-is-no-token-is-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
