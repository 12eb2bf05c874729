import { type OpContext, type OpStep, paths } from './context.ts'
import { readForm } from './form.ts'
import { notLoggedInPage } from './pages/not-logged-in.ts'
import { sendPage } from './pages/page.ts'

/**
 * Logout by POST and GET (oidc_protocol_logout.md). Without a session there is an error page, where
 * oidc-provider would go on.
 */
export const logout: OpStep = () => async (ctx, next) => {
  if (ctx.path !== paths.end_session) return next()
  if (ctx.method === 'POST') {
    ctx.query = Object.fromEntries(await readForm(ctx))
    ctx.method = 'GET'
  }
  await next()
  const { session } = ctx.oidc
  if (ctx.status === 200 && session?.accountId === undefined) sendPage(ctx, notLoggedInPage())
}

/** Ends the single sign-on session and goes where the client asked; tokens with krr scopes live on. */
export const endSession = async (ctx: OpContext): Promise<void> => {
  const { oidc } = ctx
  await oidc.session?.destroy()
  oidc.cookies.set(oidc.provider.cookieName('session'), null, { path: '/' })
  const registered = oidc.params?.['post_logout_redirect_uri']
  if (typeof registered !== 'string') return ctx.redirect(`${paths.end_session}/success`)
  const target = new URL(registered)
  const state = oidc.params?.['state']
  if (typeof state === 'string') target.searchParams.set('state', state)
  ctx.redirect(target.href)
}
