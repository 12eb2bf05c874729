import type { Page } from 'playwright'
import type { Environment } from '../config/environment.ts'
import type { AuthorizationRequest } from '../evidence/login.ts'
import type { TroubleKind } from '../evidence/obstacle.ts'
import type { Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import type { PreparedAuthorization } from '../oidc/authorization-request.ts'
import { shownAddress, shownTitle } from './requests.ts'
import { maskedScreenshot, type OnScreenshot } from './screenshot.ts'
import { inTime } from './step-limit.ts'

/** Builds the authorization request once the driver knows by which way it goes. */
export type Prepare = (way: {
  readonly prompt?: AuthorizationRequest['prompt']
  readonly loginHint?: string
}) => Promise<PreparedAuthorization>

/** An authorization request and the redirect that answered it. */
export interface Authorized {
  readonly authorization: PreparedAuthorization
  /** The redirect URI with the response's parameters; it was caught, never requested. */
  readonly callback: URL
}

/** What a login needs to know of the environment. */
export type LoginEnvironment = Pick<
  Environment,
  | 'keyName'
  | 'production'
  | 'issuer'
  | 'redirectUri'
  | 'acrValues'
  | 'loginHosts'
  | 'stepSeconds'
  | 'login'
  | 'minid'
  | 'allowWrite'
  | 'writeRefusal'
>

/** The user agent's part of the authorization code flow, with one single sign-on session a persona. */
export interface LoginDriver {
  /**
   * Brings an authorization request to its redirect, with a form only where no session answers it.
   * @throws EvidenceUnavailableError where it stops on the way: the step, the page's title
   */
  authorize(persona: Persona, prepare: Prepare): Promise<Authorized>
  /** How many times a form was filled in. */
  readonly formLogins: number
  close(): Promise<void>
}

/** The first of the requested levels: the one that a login is made at. */
export const requestedLevel = (environment: Pick<Environment, 'acrValues'>): string =>
  environment.acrValues.split(' ')[0] ?? ''

/** Nothing came in time: nothing was refused either, and it may be tried once more where no secret is used up by it. */
export class NotAnsweredError extends EvidenceUnavailableError {
  constructor(message: string, kind: TroubleKind = 'login-slow') {
    super(message, { obstacle: { kind } })
  }
}

/** That something did not answer within the time that a step has. */
export const notAnswered = (what: string, stepSeconds: number, keyName: string): NotAnsweredError =>
  new NotAnsweredError(
    `${what} did not answer within ${stepSeconds} s (KRR_${keyName}_STEP_SECONDS)`,
  )

/** Where a login stopped, in words of our own. */
interface Stop {
  readonly persona: string
  /** The page or step: `testid`. */
  readonly step: string
  readonly what: string
  readonly kind: TroubleKind
  /** Gets a masked picture; undefined where none may be taken. */
  readonly onScreenshot: OnScreenshot | undefined
}

const readsWithinMs = 2_000

/** Says where a login stopped: the step, the page's title without digits, its address without query. */
export const loginFailure = async (page: Page, stop: Stop): Promise<EvidenceUnavailableError> => {
  const title = shownTitle(await inTime(page.title(), readsWithinMs, '').catch(() => ''))
  const address = shownAddress(page.url())
  if (stop.onScreenshot !== undefined) {
    const picture = await maskedScreenshot(page)
    if (picture !== undefined)
      stop.onScreenshot(picture, `login-${stop.persona}-${stop.step.replaceAll(' ', '-')}`)
  }
  return new EvidenceUnavailableError(
    `login of ${stop.persona} stopped at the step "${stop.step}": ${stop.what} (page ${title}, ${address})`,
    { obstacle: { kind: stop.kind, step: stop.step } },
  )
}
