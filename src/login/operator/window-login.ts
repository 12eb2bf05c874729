import type { Browser, BrowserContext, Page } from 'playwright'
import { EvidenceUnavailableError, obstacleOf } from '../../evidence/transport.ts'
import type { PreparedAuthorization } from '../../oidc/authorization-request.ts'
import { closeBrowser } from '../browser-login.ts'
import type { Authorized, LoginDriver, Prepare } from '../login-driver.ts'
import { openAddress } from '../open-address.ts'
import type { RequestsOptions } from '../requests.ts'
import { type SingleSignOn, singleSignOn } from '../silent-login.ts'
import { openTabs, type Tab, watchForCallback } from '../tabs.ts'
import {
  type OperatorOptions,
  refuseOthers,
  untilWhen,
  waitForPerson,
  whatTheRunDoes,
} from './operator.ts'

export interface WindowOptions extends OperatorOptions, RequestsOptions {
  /** Opens the browser that the person sees, when it is needed. */
  readonly openBrowser: () => Promise<Browser>
}

/**
 * A person logs in, in a window. Nothing is filled in or pressed for them, nothing of the pages is read and no
 * picture is taken. Everything else comes silently through their session, which lives in memory.
 */
export const windowLogin = (options: WindowOptions): LoginDriver => {
  const { environment, operator } = options
  let logins = 0
  let refusal: EvidenceUnavailableError | undefined
  let opened: { readonly browser: Promise<Browser>; readonly signOn: SingleSignOn } | undefined

  const open = () => {
    const browser = options.openBrowser()
    browser.catch(() => {})
    const { redirectUri } = environment
    const { pace, isChecked } = options
    const tabs = openTabs({
      browser,
      redirectUri,
      pace,
      isChecked,
      isPrepared: true,
      isWindow: true,
    })
    const throughPages = async (prepare: Prepare, onLoggedIn: () => void): Promise<Authorized> => {
      if (refusal !== undefined) throw refusal
      const authorization = await prepare({})
      const callback = await tabs.use((tab) => letLogIn(tab, authorization))
      if (callback.searchParams.has('code')) onLoggedIn()
      return { authorization, callback }
    }
    return {
      browser,
      signOn: singleSignOn({ ...options, request: () => tabs.request(), throughPages }),
    }
  }

  const letLogIn = async (
    { page, watch }: Tab,
    authorization: PreparedAuthorization,
  ): Promise<URL> => {
    const wait = waitForPerson('log in', options)
    const popups = callbackInPopup(page.context(), environment.redirectUri)
    logins += 1
    try {
      operator.tell(instructions(options, logins))
      const gone = windowGone(page)
      await Promise.race([
        openAddress({ page, watch, environment, url: authorization.url }),
        gone,
        wait.over,
      ])
      const callback = await Promise.race([watch.callback, popups.callback, gone, wait.over])
      await keepCookiesSecret(page.context(), options)
      operator.tell([`${environment.name}: logged in; the rest comes through this login.`])
      return callback
    } catch (error) {
      const what = error instanceof EvidenceUnavailableError ? error.message : 'the window failed'
      refusal = new EvidenceUnavailableError(`login by the operator: ${what}`, {
        obstacle: obstacleOf(error) ?? { kind: 'browser-ended' },
      })
      operator.tell([`${environment.name}: ${refusal.message}`])
      throw refusal
    } finally {
      popups.end()
      wait.end()
    }
  }

  return {
    async authorize(persona, prepare) {
      refuseOthers(persona, environment)
      opened ??= open()
      return opened.signOn.authorize(prepare)
    },
    get formLogins() {
      return logins
    },
    close: async () => {
      if (opened !== undefined) await closeBrowser(opened.browser)
    },
  }
}

const windowGone = (page: Page): Promise<never> => {
  const gone = new Promise<never>((_, reject) => {
    const tell = () =>
      reject(
        new EvidenceUnavailableError('the window was closed before the login was over', {
          obstacle: { kind: 'operator', step: 'window' },
        }),
      )
    page.once('close', tell)
    page.once('crash', tell)
  })
  gone.catch(() => {})
  return gone
}

/** Some eIDs go on in another tab, and the redirect may come there. */
const callbackInPopup = (
  context: BrowserContext,
  redirectUri: string,
): { readonly callback: Promise<URL>; readonly end: () => void } => {
  let found: (url: URL) => void = () => {}
  const callback = new Promise<URL>((resolve) => {
    found = resolve
  })
  const onPage = (page: Page) => {
    // A tab that is closed again had nothing to say.
    watchForCallback(page, redirectUri).then(
      (watch) => watch.callback.then(found),
      () => {},
    )
  }
  context.on('page', onPage)
  return { callback, end: () => context.off('page', onPage) }
}

const keepCookiesSecret = async (
  context: BrowserContext,
  { onSecret }: OperatorOptions,
): Promise<void> => {
  for (const { value } of await context.cookies()) onSecret('cookie', value)
}

const instructions = (options: WindowOptions, count: number): readonly string[] => {
  const { name } = options.environment
  const waits = `The run waits ${untilWhen(options.waitsMs, new Date())}.`
  if (count > 1)
    return [`${name}: ID-porten asks once more, in the window: answer it by yourself. ${waits}`]
  return [
    '',
    `${name}: log in by yourself, in the window that has opened, with an eID of your own. ${waits}`,
    `  ${whatTheRunDoes(options)}`,
    '  Nothing is filled in for you, and no picture is taken. The window closes by itself.',
  ]
}
