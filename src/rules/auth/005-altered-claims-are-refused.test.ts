import { alteredClaimsAreRefused as rule } from './005-altered-claims-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
