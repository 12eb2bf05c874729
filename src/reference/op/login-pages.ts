import type { OpStep } from './context.ts'
import { consentScopes } from './grants.ts'
import { requiredLevel } from './keys.ts'
import { createLoginSteps, type LoginSteps, type PageRequest, readForm } from './login-steps.ts'
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
    show: ({ ctx }) =>
      testIdPage({ level, pid: 'tilfeldig' in ctx.query ? randomSyntheticPid() : '' }),
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
    take: async ({ ctx, interaction }, form, { awaitingCode }) => {
      const pid = withoutSpaces(form.get('pid'))
      const trouble = pidTrouble(pid)
      if (trouble !== undefined) return sendPage(ctx, minIdPage({ pid, pidTrouble: trouble }))
      if (form.get('password') !== minId.password) {
        return sendPage(ctx, minIdPage({ pid, passwordTrouble: 'Passordet er feil. Prøv igjen.' }))
      }
      const person = { pid, level: 'idporten-loa-substantial', amr: 'Minid-OTC' } as const
      awaitingCode.set(interaction.uid, person)
      return ctx.redirect('/authorize/minid/otc')
    },
  },
  '/authorize/minid/otc': {
    show: () => minIdCodePage(),
    take: async (request, form, { authenticated, awaitingCode }) => {
      const person = awaitingCode.get(request.interaction.uid)
      if (person === undefined) return request.ctx.redirect('/authorize/minid')
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

/** Serves the login pages, before oidc-provider takes `/authorize/…` for a request to resume. */
export const loginPages: OpStep = (provider, { asks }) => {
  const steps = createLoginSteps(provider, asks)
  return async (ctx, next) => {
    const route = routes[ctx.path]
    if (route === undefined) return next()
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined)
    if (interaction === undefined) return sendPage(ctx, expiredPage())
    const request = { ctx, interaction }
    if (ctx.method === 'POST') return route.take?.(request, await readForm(ctx), steps)
    if (route.show === undefined) return ctx.redirect('/authorize/selector')
    sendPage(ctx, route.show(request))
  }
}
