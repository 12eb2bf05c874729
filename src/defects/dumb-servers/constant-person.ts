import { userScopes } from '../../reference/api/authenticate.ts'
import { project } from '../../reference/api/project.ts'
import type { ReferencePerson } from '../../reference/people.ts'
import type { Pki } from '../../reference/pki/pki.ts'

/** A person with everything, as a document that is in order. */
export const constantPerson = ({ pid, record }: ReferencePerson): string =>
  JSON.stringify(
    project(record, {
      personidentifikator: pid,
      scopes: userScopes,
      now: Date.now(),
      deliverExpired: false,
    }),
  )

/** The document signed with the key that is trusted. */
export const signedPerson = (person: string, { signer }: Pki): string => {
  const header = base64url(JSON.stringify({ alg: signer.alg, x5c: signer.x5c }))
  const signingInput = `${header}.${base64url(person)}`
  return `${signingInput}.${base64url(signer.sign(signingInput))}`
}

const base64url = (content: string | Uint8Array): string =>
  Buffer.from(content).toString('base64url')
