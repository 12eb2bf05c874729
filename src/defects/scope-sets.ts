import type { KrrScope } from '../evidence/person-reading.ts'
import type { DefectId } from './defect.ts'

/** What a client is registered for, and the rows of the matrix that are run for such a client too. */
export interface ScopeSet {
  /** What their ids end with: `DEF-JWS-SIGNATURE-IS-BROKEN-FOR-SPRAAK`. */
  readonly name: string
  readonly scopes: readonly KrrScope[]
  readonly defects: readonly [DefectId, ...DefectId[]]
  readonly variants: readonly [`VAR-${string}`, ...`VAR-${string}`[]]
}

const [contact, mailbox, language] = [
  'krr:user/kontaktinformasjon.read',
  'krr:user/digitalpost.read',
  'krr:user/spraak.write',
] as const

/**
 * The sets that are smaller than all three scopes, which every other row is run with. Each has a defect of what its own
 * scopes yield, and a variant.
 */
export const scopeSets: readonly ScopeSet[] = [
  {
    name: 'KONTAKTINFORMASJON',
    scopes: [contact],
    defects: ['DEF-SCOPE-VARSLINGSSTATUS-IS-MISSING', 'DEF-AUTH-GET-NEEDS-NO-CREDENTIALS'],
    variants: ['VAR-CONTENT-TYPE-WITH-A-CHARSET'],
  },
  {
    name: 'DIGITALPOST',
    scopes: [mailbox],
    defects: ['DEF-SCOPE-MAILBOX-HAS-NO-CERTIFICATE', 'DEF-SCOPE-MAILBOX-READERS-SEE-CONTACT-DATA'],
    variants: ['VAR-JWS-WITH-ES256'],
  },
  {
    name: 'KONTAKTINFORMASJON-DIGITALPOST',
    scopes: [contact, mailbox],
    defects: ['DEF-SCOPE-E-MAIL-ADDRESS-CHANGES-BESIDE-THE-MAILBOX'],
    variants: ['VAR-JOSE-IS-THE-DEFAULT'],
  },
  {
    name: 'SPRAAK',
    scopes: [language],
    defects: ['DEF-SCOPE-WRITE-SCOPE-ALONE-SEES-DIGITAL-POST'],
    variants: ['VAR-JWS-HAS-JWT-CLAIMS'],
  },
  {
    name: 'KONTAKTINFORMASJON-SPRAAK',
    scopes: [contact, language],
    defects: ['DEF-PATCH-BOKMAAL-IS-NOT-STORED', 'DEF-SCOPE-CONTACT-READERS-MAY-WRITE'],
    variants: ['VAR-CHANGE-IS-ANSWERED-WITH-200'],
  },
  {
    name: 'DIGITALPOST-SPRAAK',
    scopes: [mailbox, language],
    defects: ['DEF-SCOPE-WRITERS-SEE-SPRAAK'],
    variants: ['VAR-TIMESTAMPS-IN-UTC'],
  },
]
