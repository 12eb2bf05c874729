import { clientVariants } from './clients.ts'
import { clockVariants } from './clock.ts'
import { documentVariants } from './document.ts'
import { fieldVariants } from './fields.ts'
import { jsonTextVariants } from './json-text.ts'
import { jwsVariants } from './jws.ts'
import { languageVariants } from './language.ts'
import { memberVariants } from './members.ts'
import { negotiationVariants } from './negotiation.ts'
import { providerVariants } from './provider.ts'
import { refusalVariants } from './refusals.ts'
import { timestampVariants } from './timestamps.ts'
import { transportVariants } from './transport.ts'
import type { Variant } from './variant.ts'

/** Every conforming variant, by what is unusual about it. */
export const variants: Readonly<Record<string, readonly Variant[]>> = {
  'JSON text': jsonTextVariants,
  members: memberVariants,
  timestamps: timestampVariants,
  fields: fieldVariants,
  transport: transportVariants,
  JWS: jwsVariants,
  negotiation: negotiationVariants,
  language: languageVariants,
  refusals: refusalVariants,
  'OpenID provider': providerVariants,
  clients: clientVariants,
  clock: clockVariants,
  'published document': documentVariants,
}
