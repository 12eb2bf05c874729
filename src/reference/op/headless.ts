import { decodeJwt } from 'jose'
import type { Provider } from 'oidc-provider'
import { lifetimes, type OpContext, type OpStep, paths } from './context.ts'
import { isLevel, type Level, reaches, requiredLevel } from './levels.ts'
import { hasControlDigits, isSynthetic } from './personidentifikator.ts'

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
