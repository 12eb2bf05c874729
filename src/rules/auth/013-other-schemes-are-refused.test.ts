import { otherSchemesAreRefused as rule } from './013-other-schemes-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
