import type { Interaction, InteractionResults, Provider } from 'oidc-provider'
import type { OpAsks, OpContext } from './context.ts'
import type { Level } from './levels.ts'

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
}

/** What the pages of one provider remember between requests, by the id of the interaction. */
export interface LoginSteps {
  /** Who gave the right password, and owes the one-time code. */
  readonly awaitingCode: Map<string, Authentication>
  /** Goes on after the authentication: to the contact information, where it is asked for, or back. */
  authenticated(request: PageRequest, person: Authentication): Promise<void>
  /** Goes on after the contact information was confirmed; without an authentication, to the start. */
  confirmed(request: PageRequest): Promise<void>
  /** Ends the interaction with this result and goes back to the authorization endpoint. */
  finish(request: PageRequest, result: InteractionResults): Promise<void>
}

/** Makes the memory of one provider's pages. */
export const createLoginSteps = (provider: Provider, asks: OpAsks): LoginSteps => {
  const awaitingConfirmation = new Map<string, Authentication>()
  const confirmedPersons = new Set<string>()

  const finish: LoginSteps['finish'] = async ({ ctx }, result) => {
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result))
  }
  const logIn = async (request: PageRequest, { pid, level, amr }: Authentication) => {
    await finish(request, { login: { accountId: pid, acr: level, amr: [amr] } })
    await forgetOtherPerson(provider, request.interaction, pid)
  }

  return {
    awaitingCode: new Map(),
    authenticated: async (request, person) => {
      if (asks.contactInformation !== true || confirmedPersons.has(person.pid)) {
        return logIn(request, person)
      }
      awaitingConfirmation.set(request.interaction.uid, person)
      request.ctx.redirect('/authorize/contact-information')
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
