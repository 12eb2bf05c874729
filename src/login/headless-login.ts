import { contentText, fieldValue } from '../evidence/exchange.ts'
import { limits } from '../evidence/limits.ts'
import type { Persona } from '../evidence/person-reading.ts'
import { EvidenceUnavailableError, type Send } from '../evidence/transport.ts'
import { learnParameters, type OnSecret } from '../oidc/client-authentication.ts'
import { elsewhere, elsewhereIs, isOwn, requireOwn } from '../oidc/own-hosts.ts'
import { ErrorPageError, errorPageOf } from './error-page.ts'
import {
  type Authorized,
  type LoginDriver,
  type LoginEnvironment,
  type Prepare,
  requestedLevel,
} from './login-driver.ts'
import { createCookieJar, isRedirectTo, shownAddress, shownTitle } from './requests.ts'

export interface HeadlessOptions {
  readonly environment: LoginEnvironment
  readonly send: Send
  readonly onSecret: OnSecret
  /** The personidentifikator of the persona. */
  readonly pidOf: (persona: Persona) => string
}

/** Logs in by `login_hint`, as ID-porten's test environments offer it (oidc_func_apitesting): no page, no form. */
export const headlessLogin = (options: HeadlessOptions): LoginDriver => {
  const first = new Map<Persona, Promise<Authorized>>()

  const logIn = async (persona: Persona, prepare: Prepare): Promise<Authorized> => {
    const level = requestedLevel(options.environment)
    const authorization = await prepare({ loginHint: `testid:${options.pidOf(persona)}_${level}` })
    return { authorization, callback: await follow(options, persona, authorization.url) }
  }

  return {
    async authorize(persona, prepare) {
      const begun = first.get(persona)
      if (begun === undefined) {
        const login = logIn(persona, prepare)
        first.set(persona, login)
        return login.catch((error: unknown) => {
          // Trouble on the way says nothing of the number, which may be tried again then.
          if (!(error instanceof HintRefusedError)) first.delete(persona)
          throw error
        })
      }
      // A number that was refused is not sent a second time, whoever asks for it.
      await begun.catch((error: unknown) => {
        if (error instanceof HintRefusedError) throw error
      })
      return logIn(persona, prepare)
    },
    formLogins: 0,
    close: async () => {},
  }
}

/** Where a headless login stopped. */
interface Stopped {
  readonly persona: Persona
  readonly url: string
  readonly status: number
  readonly html: string
}

/** ID-porten shows a page in place of the redirect: the number or the level was refused. */
class HintRefusedError extends EvidenceUnavailableError {}

const follow = async (
  { environment, send, onSecret }: HeadlessOptions,
  persona: Persona,
  authorizationUrl: string,
): Promise<URL> => {
  const jar = createCookieJar(onSecret)
  let url = authorizationUrl
  for (let count = 0; count <= limits.redirects; count += 1) {
    const { response } = await send(`authorization request, headless login of ${persona}`, {
      method: 'GET',
      url: requireOwn(environment, url, 'a redirect of the authorization endpoint'),
      fields: [['accept', 'text/html'], ...jar.fieldsFor(url)],
    })
    jar.keep(url, response)
    const location = fieldValue(response, 'location')
    if (response.status < 300 || response.status > 399 || location === undefined)
      throw stopped(
        { persona, url, status: response.status, html: contentText(response) },
        environment.keyName,
      )
    if (!URL.canParse(location, url))
      throw stopped({ persona, url, status: response.status, html: '' }, environment.keyName)
    const next = new URL(location, url)
    learnParameters(next.searchParams, onSecret)
    if (isRedirectTo(environment.redirectUri, next)) return next
    if (!isOwn(environment, next.href))
      throw new EvidenceUnavailableError(
        `headless login of ${persona}: a redirect of the authorization endpoint ${elsewhere(environment, next.href)}`,
        elsewhereIs,
      )
    url = next.href
  }
  throw new EvidenceUnavailableError(
    `headless login of ${persona}: more than ${limits.redirects} redirects, last to ${shownAddress(url)}`,
    { obstacle: { kind: 'login-redirects' } },
  )
}

/** The words of a page, without its markup. */
const textOf = (html: string): string =>
  html
    .slice(0, 20_000)
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?(?:h\d|p|div|li|dt|dd|br|tr)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ')

const stopped = (
  { persona, url, status, html }: Stopped,
  keyName: string,
): EvidenceUnavailableError => {
  if (status >= 400) {
    const error = new ErrorPageError(status, errorPageOf(textOf(html)), keyName)
    return new HintRefusedError(
      `headless login of ${persona}: ${error.message} (${shownAddress(url)})`,
      { obstacle: error.obstacle },
    )
  }
  const title = shownTitle(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? '')
  return new HintRefusedError(
    `headless login of ${persona}: a page in place of a redirect (status ${status}, ${title}) at ` +
      `${shownAddress(url)}: login_hint was not honoured`,
    { obstacle: { kind: 'login-page-unknown', step: 'headless' } },
  )
}
