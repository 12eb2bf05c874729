import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { requireOwn } from '../oidc/own-hosts.ts'
import { NotAnsweredError } from './login-driver.ts'
import { notAccepted } from './page-walk.ts'
import type { LoginSubject } from './pages/login-page.ts'
import { formWith, testidLink } from './requests.ts'
import { type Followed, follow, type SilentOptions } from './silent-login.ts'

/**
 * Fills in the same TestID form through the browser context's own requests, without a page being rendered: a
 * rendered login costs half a second of processor time, and who has one token to get needs no more. Undefined
 * where the pages are not as documented or ask for something else: then the rendered pages are walked,
 * in the session that has begun by then.
 * @throws EvidenceUnavailableError where the form did not accept the number: it is not entered a second time
 */
export const unrenderedLogin = async (
  options: SilentOptions & { readonly login: LoginSubject; readonly onForm: () => void },
  authorizationUrl: string,
): Promise<URL | undefined> => {
  const { environment, login, onForm, request } = options
  if (login.method !== 'testid') return undefined
  const selector = await pageOf(await follow(options, authorizationUrl))
  const link = selector && testidLink(selector.html, login.level, selector.url)
  if (link === undefined) return undefined
  const testid = await pageOf(await follow(options, link))
  const form = testid && formWith(testid.html, 'pid', testid.url)
  if (form === undefined) return undefined
  requireOwn(environment, form.action, 'the form of the login page')
  onForm()
  const answered = await request
    .post(form.action, {
      form: { ...form.hidden, pid: login.pid },
      maxRedirects: 0,
      timeout: environment.stepSeconds * 1_000,
    })
    .catch(() => undefined)
  if (answered === undefined) throw new NotAnsweredError('no answer to the form', 'connection-lost')
  const end = await follow(options, form.action, answered)
  if (end.kind === 'callback') return end.callback
  const after = await pageOf(end)
  if (after && formWith(after.html, 'pid', after.url) !== undefined) {
    throw new EvidenceUnavailableError('the page did not accept what was entered', notAccepted)
  }
  return undefined
}

const pageOf = async (
  followed: Followed,
): Promise<{ readonly url: string; readonly html: string } | undefined> => {
  if (followed.kind === 'callback' || followed.response.status() >= 500) return undefined
  return { url: followed.url, html: await followed.response.text() }
}
