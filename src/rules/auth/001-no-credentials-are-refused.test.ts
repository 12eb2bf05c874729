import { noCredentialsAreRefused as rule } from './001-no-credentials-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
