import type { Interaction, Provider } from 'oidc-provider'
import type { OpContext, OpHosts, OpStep } from './context.ts'
import { consentScopes } from './grants.ts'
import { requiredLevel } from './keys.ts'
import {
  createLoginSteps,
  goTo,
  type LoginSteps,
  loginParameter,
  type PageRequest,
  readForm,
} from './login-steps.ts'
import { minIdCodePage, minIdPage, selectorPage, testIdPage } from './pages/login.ts'
import { consentPage, contactInformationPage, expiredPage } from './pages/other.ts'
import { type Page, sendPage } from './pages/page.ts'
import { pidTrouble, randomSyntheticPid } from './personidentifikator.ts'

/** What a page's address does: shows the page, or takes the form that it sent. */
interface PageRoute {
  readonly show?: (request: PageRequest) => Page
  /** Goes on, or sends the page again with what was wrong. */
  readonly take?: (request: PageRequest, form: URLSearchParams, steps: LoginSteps) => Promise<void>
}

/** MinID's password and one-time code, the same for every synthetic person. */
const minId = { password: 'password01', oneTimeCode: '12345' }

const testId = (path: 'testid1' | 'testid2'): PageRoute => {
  const level = path === 'testid2' ? 'idporten-loa-high' : 'idporten-loa-substantial'
  return {
    show: ({ ctx, interaction, backTo }) =>
      testIdPage({
        level,
        pid: 'tilfeldig' in ctx.query ? randomSyntheticPid() : '',
        ...(backTo === undefined ? {} : { login: interaction.uid }),
      }),
    take: async (request, form, steps) => {
      const pid = withoutSpaces(form.get('pid'))
      const trouble = pidTrouble(pid)
      if (trouble !== undefined) return sendPage(request.ctx, testIdPage({ level, pid, trouble }))
      return steps.authenticated(request, { pid, level, amr: 'TestID' })
    },
  }
}

const routes: Readonly<Record<string, PageRoute>> = {
  '/authorize/selector': {
    show: ({ interaction }) => selectorPage(requiredLevel(interaction.params['acr_values'])),
  },
  '/authorize/testid1': testId('testid1'),
  '/authorize/testid2': testId('testid2'),
  '/authorize/minid': {
    show: () => minIdPage(),
    take: async (request, form, { awaitingCode }) => {
      const { ctx, interaction } = request
      const pid = withoutSpaces(form.get('pid'))
      const trouble = pidTrouble(pid)
      if (trouble !== undefined) return sendPage(ctx, minIdPage({ pid, pidTrouble: trouble }))
      if (form.get('password') !== minId.password) {
        return sendPage(ctx, minIdPage({ pid, passwordTrouble: 'Passordet er feil. Prøv igjen.' }))
      }
      const person = { pid, level: 'idporten-loa-substantial', amr: 'Minid-OTC' } as const
      awaitingCode.set(interaction.uid, person)
      return goTo(request, '/authorize/minid/otc')
    },
  },
  '/authorize/minid/otc': {
    show: () => minIdCodePage(),
    take: async (request, form, { authenticated, awaitingCode }) => {
      const person = awaitingCode.get(request.interaction.uid)
      if (person === undefined) return goTo(request, '/authorize/minid')
      if (withoutSpaces(form.get('otc')) !== minId.oneTimeCode) {
        return sendPage(request.ctx, minIdCodePage('Engangskoden er feil. Prøv igjen.'))
      }
      awaitingCode.delete(request.interaction.uid)
      return authenticated(request, person)
    },
  },
  '/authorize/contact-information': {
    show: () => contactInformationPage(),
    take: (request, _form, { confirmed }) => confirmed(request),
  },
  '/authorize/consent': {
    show: ({ interaction }) => consentPage(asked(interaction), clientOf(interaction)),
    take: (request, form, { finish }) => {
      const accepted = form.has('godta') ? form.getAll('scope') : []
      const declined = asked(request.interaction).filter((scope) => !accepted.includes(scope))
      return finish(request, { consent: { declined } })
    },
  },
  '/authorize/cancel': {
    take: (request, _form, { finish }) =>
      finish(request, { error: 'access_denied', error_description: 'the person cancelled' }),
  },
}

const asked = ({ params }: PageRequest['interaction']): readonly string[] =>
  consentScopes(String(params['scope'] ?? '').split(' '))

const clientOf = ({ params }: PageRequest['interaction']): string => String(params['client_id'])

const withoutSpaces = (typed: string | null): string => (typed ?? '').replaceAll(/\s/g, '')

/** The origin of a page that is not at the login's own host. */
const originOf = (path: string, hosts: OpHosts | undefined): string | undefined => {
  if (path.startsWith('/authorize/testid')) return hosts?.testid
  return path.startsWith('/authorize/minid') ? hosts?.minid : undefined
}

/** The login that a page belongs to: by its cookie, or by its name where the page is at another host. */
const interactionOf = (
  provider: Provider,
  ctx: OpContext,
  isElsewhere: boolean,
): Promise<Interaction | undefined> =>
  isElsewhere
    ? provider.Interaction.find(String(ctx.query[loginParameter]))
    : provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)

/** Serves the login pages, before oidc-provider takes `/authorize/…` for a request to resume. */
export const loginPages: OpStep = (provider, { asks, hosts }) => {
  const steps = createLoginSteps(provider, asks)
  return async (ctx, next) => {
    const route = routes[ctx.path]
    const isReturn = hosts !== undefined && ctx.path === '/authorize/return'
    if (route === undefined && !isReturn) return next()
    const origin = originOf(ctx.path, hosts)
    const here = `${ctx.protocol}://${ctx.host}`
    const isElsewhere = here === origin
    // What a link of a page at another host leads to is at the login's.
    if (hosts !== undefined && !isElsewhere && here !== hosts.login)
      return ctx.redirect(`${hosts.login}${ctx.path}`)
    const interaction = await interactionOf(provider, ctx, isElsewhere)
    if (interaction === undefined) return sendPage(ctx, expiredPage())
    if (origin !== undefined && !isElsewhere)
      return ctx.redirect(`${origin}${ctx.path}?${loginParameter}=${interaction.uid}`)
    const request = { ctx, interaction, backTo: isElsewhere ? hosts?.login : undefined }
    if (isReturn) return steps.returned(request)
    if (ctx.method === 'POST') return route?.take?.(request, await readForm(ctx), steps)
    if (route?.show === undefined) return ctx.redirect('/authorize/selector')
    sendPage(ctx, route.show(request))
  }
}
