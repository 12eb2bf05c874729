import { type Authentication, userScopes } from '../../reference/api/authenticate.ts'
import { fieldValue, type JsonObject } from '../../reference/api/message.ts'
import type { Injection } from '../../reference/seams.ts'
import { ofFamily } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { asPresented } from './token-forgery.ts'

/** Whether the request was refused for this reason. */
const isRefusedFor = (
  authentication: Authentication,
  reason: Extract<Authentication, { kind: 'refused' }>['reason'],
): boolean => authentication.kind === 'refused' && authentication.reason === reason

/**
 * A cache of verified signatures whose key leaves out these claims: a token that was accepted once is accepted
 * whatever they say, and is refused as soon as another one differs.
 */
const forgetting = (...left: readonly string[]): Injection<'authentication'> => {
  const verified = memoryOf(() => new Set<string>())
  return (authentication, context) => {
    const { request, people, presented } = context
    const [, , signature = ''] = fieldValue(request, 'authorization')?.split('.') ?? []
    const entry = JSON.stringify([signature, without(presented?.claims ?? {}, left)])
    if (authentication.kind === 'accepted') verified(people).add(entry)
    return asPresented(
      authentication,
      context,
      () => isRefusedFor(authentication, 'signature') && verified(people).has(entry),
    )
  }
}

const without = (claims: JsonObject, left: readonly string[]) =>
  Object.entries(claims).filter(([name]) => !left.includes(name))

/** Faults of the claims of a token: whose signature is right, and what was changed in them. */
export const tokenClaimsDefects = ofFamily('token forgery', [
  /** It is signed by the right issuer and names the person: who logged in may see what is theirs. */
  {
    id: 'DEF-AUTH-ID-TOKEN-IS-ACCEPTED',
    title: 'an ID token opens the person with every scope',
    seam: 'authentication',
    violates: ['KRR-AUTH-009'],
    inject: (authentication, context) =>
      isRefusedFor(authentication, 'not-an-access-token')
        ? {
            kind: 'accepted',
            claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
          }
        : authentication,
  },
  /** Reading asks for scopes, and writing for a person who is logged in. */
  {
    id: 'DEF-AUTH-PATCH-ACCEPTS-AN-ID-TOKEN',
    title: 'PATCH takes an ID token for an access token with every scope',
    seam: 'authentication',
    violates: ['KRR-AUTH-009'],
    inject: (authentication, context) =>
      context.request.method === 'PATCH' && isRefusedFor(authentication, 'not-an-access-token')
        ? {
            kind: 'accepted',
            claims: { ...context.presented?.claims, scope: userScopes.join(' ') },
          }
        : authentication,
  },
  /** As where the keys are fetched from whichever issuer the token names. */
  {
    id: 'DEF-AUTH-OTHER-ISSUERS-ARE-TRUSTED',
    title: 'a token of any issuer is accepted',
    seam: 'authentication',
    violates: ['KRR-AUTH-010'],
    inject: (authentication, context) => {
      const { presented, issuer } = context
      const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
      return isForeign && authentication.kind === 'refused'
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  },
  /** Reading and writing are behind gateways of their own. */
  {
    id: 'DEF-AUTH-PATCH-TRUSTS-OTHER-ISSUERS',
    title: 'PATCH accepts a token of any issuer',
    seam: 'authentication',
    violates: ['KRR-AUTH-010'],
    inject: (authentication, context) => {
      const { presented, issuer } = context
      const isForeign = presented !== undefined && presented.claims['iss'] !== issuer
      return context.request.method === 'PATCH' && isForeign && authentication.kind === 'refused'
        ? { kind: 'accepted', claims: presented.claims }
        : authentication
    },
  },
  {
    id: 'DEF-AUTH-PID-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with another pid',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('pid'),
  },
  {
    id: 'DEF-AUTH-SCOPE-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with further scopes',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('scope'),
  },
  {
    id: 'DEF-AUTH-CLIENT-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with another client_id and sub',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('client_id', 'sub'),
  },
  {
    id: 'DEF-AUTH-LIFETIME-IS-NOT-VERIFIED-AGAIN',
    title: 'a token that verified once is accepted with a later exp',
    seam: 'authentication',
    violates: ['KRR-AUTH-005'],
    inject: forgetting('exp'),
  },
])
