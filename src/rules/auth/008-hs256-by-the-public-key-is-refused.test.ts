import { hs256ByThePublicKeyIsRefused as rule } from './008-hs256-by-the-public-key-is-refused.ts'
import { holdsForRefusals } from './holds-for-refusals.fixture.ts'

holdsForRefusals(rule)
