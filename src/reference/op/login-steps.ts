import { decodeJwt } from 'jose'
import type { Interaction, InteractionResults, Provider } from 'oidc-provider'
import { lifetimes, type OpAsks, type OpContext, type OpStep, paths } from './context.ts'
import { isLevel, type Level, reaches, requiredLevel } from './keys.ts'
import { hasControlDigits, isSynthetic } from './personidentifikator.ts'

/** Who a person has shown to be, and how. */
interface Authentication {
  readonly pid: string
  readonly level: Level
  readonly amr: string
}

/** A request for one of the pages, within its authorization request. */
export interface PageRequest {
  readonly ctx: OpContext
  readonly interaction: Interaction
  /** Where the way goes back to, where the page is at another host than the login: an origin. */
  readonly backTo: string | undefined
}

/** Names the login on a page at another host, which gets no cookie of it. */
export const loginParameter = 'login'

/** Goes to another page of the same host. */
export const goTo = ({ ctx, interaction, backTo }: PageRequest, path: string): void =>
  ctx.redirect(backTo === undefined ? path : `${path}?${loginParameter}=${interaction.uid}`)

/** What the pages of one provider remember between requests, by the id of the interaction. */
export interface LoginSteps {
  /** Who gave the right password, and owes the one-time code. */
  readonly awaitingCode: Map<string, Authentication>
  /** Goes on after the authentication: to the contact information, where it is asked for, or back. */
  authenticated(request: PageRequest, person: Authentication): Promise<void>
  /** Goes on at the login's own host after the authentication at another. */
  returned(request: PageRequest): Promise<void>
  /** Goes on after the contact information was confirmed; without an authentication, to the start. */
  confirmed(request: PageRequest): Promise<void>
  /** Ends the interaction with this result and goes back to the authorization endpoint. */
  finish(request: PageRequest, result: InteractionResults): Promise<void>
}

/** Makes the memory of one provider's pages. */
export const createLoginSteps = (provider: Provider, asks: OpAsks): LoginSteps => {
  const awaitingConfirmation = new Map<string, Authentication>()
  const awaitingReturn = new Map<string, Authentication>()
  const confirmedPersons = new Set<string>()

  const finish: LoginSteps['finish'] = async ({ ctx }, result) => {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result))
  }
  const logIn = async (request: PageRequest, { pid, level, amr }: Authentication) => {
    await finish(request, { login: { accountId: pid, acr: level, amr: [amr] } })
    await forgetOtherPerson(provider, request.interaction, pid)
  }

  const steps: LoginSteps = {
    awaitingCode: new Map(),
    authenticated: async (request, person) => {
      if (request.backTo !== undefined) {
        awaitingReturn.set(request.interaction.uid, person)
        return request.ctx.redirect(`${request.backTo}/authorize/return`)
      }
      if (asks.contactInformation !== true || confirmedPersons.has(person.pid)) {
        return logIn(request, person)
      }
      awaitingConfirmation.set(request.interaction.uid, person)
      request.ctx.redirect('/authorize/contact-information')
    },
    returned: async (request) => {
      const person = awaitingReturn.get(request.interaction.uid)
      if (person === undefined) return request.ctx.redirect('/authorize/selector')
      awaitingReturn.delete(request.interaction.uid)
      return steps.authenticated(request, person)
    },
    confirmed: async (request) => {
      const person = awaitingConfirmation.get(request.interaction.uid)
      if (person === undefined) return request.ctx.redirect('/authorize/selector')
      awaitingConfirmation.delete(request.interaction.uid)
      confirmedPersons.add(person.pid)
      return logIn(request, person)
    },
    finish,
  }
  return steps
}

/**
 * Empties the browser's session of the person before, if it was another one. oidc-provider would go
 * through a logout page with a script of its own.
 */
const forgetOtherPerson = async (
  provider: Provider,
  { session: origin }: Interaction,
  pid: string,
): Promise<void> => {
  if (origin?.uid === undefined || origin.accountId === pid) return
  const session = await provider.Session.findByUid(origin.uid)
  if (session === undefined) return
  session.accountId = undefined
  session.authorizations = undefined
  await session.persist()
}

const maxBytes = 65_536

/** The fields of a posted form; what goes beyond 64 KiB is left unread. */
export const readForm = async (ctx: OpContext): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of ctx.req) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > maxBytes) break
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/**
 * Headless login: `login_hint=testid:<pid>_idporten-loa-high` is answered at once with the redirect,
 * without pages, cookies or a consent of its own (oidc_func_apitesting). A hint that is no synthetic
 * person, or a level below `acr_values`, is passed over: the pages come.
 */
export const headlessLogin: OpStep = (provider) => async (ctx, next) => {
  if (ctx.method !== 'GET' || ctx.path !== paths.authorization) return next()
  const asked = await askedFor(provider, ctx)
  const login = parseHint(asked['login_hint'])
  if (login === undefined || !reaches(login.level, requiredLevel(asked['acr_values']))) {
    return next()
  }
  const session = new provider.Session()
  session.loginAccount({ accountId: login.pid, acr: login.level, amr: ['TestID'] })
  await session.save(lifetimes.sessionIdle)
  ctx.req.headers.cookie = `${provider.cookieName('session')}=${session.jti}`
  ctx.state['headless'] = true
  const { prompt: _, ...query } = ctx.query
  ctx.query = query
  await next()
  ctx.res.removeHeader('set-cookie')
  await session.destroy()
}

/** The authorization parameters, from the query or what was pushed before. */
const askedFor = async (
  provider: Provider,
  ctx: OpContext,
): Promise<{ readonly [name: string]: unknown }> => {
  const uri = ctx.query['request_uri']
  if (typeof uri !== 'string') return ctx.query
  const pushed = await provider.PushedAuthorizationRequest.find(uri.split(':').at(-1) ?? '')
  const request = (pushed as { readonly request?: string } | undefined)?.request
  return request === undefined ? ctx.query : decodeJwt(request)
}

const parseHint = (hint: unknown): { readonly pid: string; readonly level: Level } | undefined => {
  const [, pid = '', level] = /^testid:(\d{11})_([a-z-]+)$/.exec(String(hint)) ?? []
  return isLevel(level) && isSynthetic(pid) && hasControlDigits(pid) ? { pid, level } : undefined
}
