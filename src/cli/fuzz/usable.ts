import { createVerify, X509Certificate } from 'node:crypto'
import type { ApiResponse } from '../../reference/api/message.ts'
import type { ResponseContext } from '../../reference/api/seams.ts'
import type { OpTokenResponse } from '../../reference/op/seams.ts'
import type { Injections } from '../../reference/seams.ts'

/** What a target has sent that no client could use, in words, each once. */
export type Unusable = Set<string>

/**
 * These injections, with an eye on what leaves the servers: it judges by itself, with no code of the rules, whether a
 * client could use it. It is lenient: what it calls unusable is so for anybody.
 */
export const watched = (injections: Injections, unusable: Unusable): Injections => {
  const note = (what: string | undefined): void => {
    if (what !== undefined) unusable.add(what)
  }
  return {
    ...injections,
    async response(own, context) {
      const answer = (await injections.response?.(own, context)) ?? own
      const isPerson = context.representation !== undefined && own.status === 200
      if (isPerson && context.request.method === 'GET') note(personFault(answer, context))
      return answer
    },
    async tokenResponse(own, context) {
      const answer = (await injections.tokenResponse?.(own, context)) ?? own
      if (own.status === 200 && context.grantType === 'authorization_code') note(tokenFault(answer))
      return answer
    },
    async providerMetadata(own, context) {
      const metadata = (await injections.providerMetadata?.(own, context)) ?? own
      const named = ['authorization_endpoint', 'token_endpoint', 'jwks_uri']
      if (metadata['issuer'] !== context.issuer) note('metadata of another issuer')
      if (named.some((name) => typeof metadata[name] !== 'string'))
        note('metadata without endpoints')
      return metadata
    },
  }
}

const tokenFault = ({ body }: OpTokenResponse): string | undefined => {
  const { access_token: token, token_type: type } = body
  if (typeof token !== 'string' || !/^[\w.~+/-]+=*$/.test(token)) return 'no access token'
  return String(type).toLowerCase() === 'bearer' ? undefined : 'a token that is no bearer token'
}

const personFault = (
  { status, content }: ApiResponse,
  { representation, claims }: ResponseContext,
): string | undefined => {
  if (status !== 200) return `status ${status} in the place of a person`
  const json = representation === 'application/jose' ? payloadOf(content) : textOf(content)
  if (json === undefined) return 'a JWS that is none or does not verify'
  const person = objectIn(json)
  if (person === undefined) return `a person that is no JSON, ${representation}`
  for (const name of ['personidentifikator', 'reservasjon', 'status'])
    if (typeof person[name] !== 'string') return `a person without ${name}`
  return person['personidentifikator'] === claims?.['pid'] ? undefined : 'another person'
}

const textOf = (content: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return ''
  }
}

/** The payload of a JWS whose signature verifies; undefined for anything else. */
const payloadOf = (content: Uint8Array): string | undefined => {
  const [header64 = '', payload64 = '', signature64 = '', ...more] = Buffer.from(content)
    .toString('latin1')
    .trim()
    .split('.')
  const header = objectIn(Buffer.from(header64, 'base64url').toString())
  const certificates = header?.['x5c']
  if (header?.['alg'] !== 'RS256' || !Array.isArray(certificates) || more.length > 0)
    return undefined
  try {
    const { publicKey } = new X509Certificate(Buffer.from(String(certificates[0]), 'base64'))
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header64}.${payload64}`)
      .verify(publicKey, Buffer.from(signature64, 'base64url'))
    return isSigned ? Buffer.from(payload64, 'base64url').toString() : undefined
  } catch {
    return undefined
  }
}

const objectIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}
