import { type OpStep, paths } from './context.ts'

/** `prompt=none` of who has no session: the provider refuses it, and a defect shows the login page. */
export const silentRequests: OpStep =
  (provider, { seams }) =>
  async (ctx, next) => {
    const { prompt, ...query } = ctx.query
    const isSilent = ctx.path === paths.authorization && prompt === 'none'
    if (isSilent && ctx.cookies.get(provider.cookieName('session')) === undefined) {
      const clientId = String(query['client_id'])
      if ((await seams('silentRequest', 'refused', { clientId })) === 'page') ctx.query = query
    }
    await next()
  }
