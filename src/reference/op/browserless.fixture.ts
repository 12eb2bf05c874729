import { type AuthorizationOptions, authorizationRequest, type Redeemable } from './flow.fixture.ts'
import type { RunningOp } from './start.ts'

/** A browser's cookies, and its requests, redirects by hand. */
export interface Visitor {
  visit(url: string, form?: Record<string, string>): Promise<Visit>
}

export interface Visit {
  readonly status: number
  /** Where a redirect leads; empty without one. */
  readonly location: string
  readonly text: string
}

export const createVisitor = (): Visitor => {
  const cookies = new Map<string, string>()
  return {
    visit: async (url, form) => {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      })
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const location = response.headers.get('location')
      return {
        status: response.status,
        location: location === null ? '' : new URL(location, url).href,
        text: await response.text(),
      }
    },
  }
}

const redeemable = (location: string, verifier: string): Redeemable => {
  const parameters = new URL(location).searchParams
  return { code: parameters.get('code') ?? '', verifier, parameters }
}

/** Logs in by TestID's form; the visitor has a session afterwards. */
export const formLogin = async (
  op: RunningOp,
  visitor: Visitor,
  pid: string,
  { eid = 'testid2', ...options }: AuthorizationOptions & { readonly eid?: string } = {},
): Promise<Redeemable> => {
  const { url, verifier } = authorizationRequest(op, { extra: {}, ...options })
  await visitor.visit(url)
  const resume = await visitor.visit(`${op.issuer}/authorize/${eid}`, { pid })
  return redeemable((await visitor.visit(resume.location)).location, verifier)
}

/** One more authorization request in the visitor's session, without a page. */
export const silently = async (
  op: RunningOp,
  visitor: Visitor,
  options: AuthorizationOptions = {},
): Promise<Redeemable> => {
  const { url, verifier } = authorizationRequest(op, { extra: { prompt: 'none' }, ...options })
  return redeemable((await visitor.visit(url)).location, verifier)
}
