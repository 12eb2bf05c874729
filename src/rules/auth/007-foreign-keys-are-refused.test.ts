import { foreignKeysAreRefused as rule } from './007-foreign-keys-are-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
