import type { Page } from 'playwright'
import type { TroubleKind } from '../evidence/obstacle.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { kindOfStatus } from '../evidence/trouble.ts'

/** What an error page of ID-porten's says, as far as it may be shown. */
export interface ErrorPage {
  /** The code of OAuth: `invalid_request`. */
  readonly code?: string
  readonly traceId?: string
  /** Its heading and the sentence that has the code, without numbers and control characters. */
  readonly sentence?: string
}

const codes =
  /\b(invalid_[a-z_]{3,40}|unauthorized_client|unsupported_[a-z_]{3,40}|access_denied|server_error|temporarily_unavailable|unmet_authentication_requirements|consent_required|login_required|interaction_required)\b/
const traceId = /trace[ _-]?id["']?\s*[=:]?\s*["']?([\da-zA-Z-]{8,64})/i
/** It is told by itself. */
const traced = /\(?\s*trace[ _-]?id["']?\s*[=:]?\s*["']?[\da-zA-Z-]{8,64}["']?\s*\)?/i
const longestRead = 20_000
const readsWithinMs = 2_000

/** Reads the words of an error page: its code, what support asks for, and one sentence. */
export const errorPageOf = (text: string): ErrorPage => {
  const lines = text
    .slice(0, longestRead)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const code = codes.exec(text.slice(0, longestRead))?.[1]
  const trace = traceId.exec(text.slice(0, longestRead))?.[1]
  const telling = lines.filter(
    (line) => codes.test(line) || /gikk galt|gjekk gale|feil|error|wrong|boastut/i.test(line),
  )
  const chosen = [...new Set(telling.length === 0 ? lines.slice(0, 1) : telling)].slice(0, 2)
  const sentence = shown(chosen.join(': ').replace(traced, ''))
  return {
    ...(code === undefined ? {} : { code }),
    ...(trace === undefined ? {} : { traceId: trace }),
    ...(sentence === '' ? {} : { sentence }),
  }
}

/** Others' words on a console: no control characters, nothing that turns the direction, no address, no number of a person. */
const shown = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\S+@\S+/g, '…')
    .replace(/\d[\d\s]{3,}\d/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160)

/** The words of the page that a browser shows; nothing where it does not tell them in time. */
export const readErrorPage = async (page: Page): Promise<ErrorPage> => {
  await page.waitForLoadState('domcontentloaded', { timeout: readsWithinMs }).catch(() => {})
  const text = await page
    .locator('body')
    .innerText({ timeout: readsWithinMs })
    .catch(() => '')
  return errorPageOf(text)
}

/** What is behind a code, and which settings it is about. */
const meanings: Readonly<Record<string, string>> = {
  invalid_redirect_uri:
    'the redirect URI is not registered with the client (KRR_<NAME>_REDIRECT_URI)',
  invalid_client:
    'the client is not known or not accepted (KRR_<NAME>_CLIENT_ID, or its secret or key)',
  unauthorized_client:
    'the client may not log anybody in with this grant or response type (KRR_<NAME>_CLIENT_ID, its registration)',
  invalid_scope:
    'the client is not registered for all of the scopes (integration type api_klient, openid, profile, krr:user)',
  invalid_request: 'KRR_<NAME>_CLIENT_ID or KRR_<NAME>_REDIRECT_URI is not as registered',
  access_denied: 'the login or the consent was declined',
  unmet_authentication_requirements: 'the level is not offered (KRR_<NAME>_ACR)',
}

/** What a code of OAuth means here; undefined where that is not known. */
export const meaningOf = (code: string, keyName: string): string | undefined =>
  meanings[code]?.replaceAll('<NAME>', keyName)

const kindOfErrorPage = (status: number): TroubleKind => {
  const kind = kindOfStatus(status)
  return kind === 'other' && status < 500 ? 'client-registration' : kind
}

/** ID-porten answers with an error page: nothing was asked of the person, and nobody's number is at fault. */
export class ErrorPageError extends EvidenceUnavailableError {
  /** Of the request that it answers. */
  readonly method: string

  constructor(
    status: number,
    { code, sentence, traceId: trace }: ErrorPage,
    keyName: string,
    method = 'GET',
  ) {
    const said = sentence === undefined ? '' : `; it says "${sentence}"`
    const traced = trace === undefined ? '' : ` (traceId ${trace})`
    const meant =
      (code === undefined ? undefined : meaningOf(code, keyName)) ??
      (status < 500
        ? `compare KRR_${keyName}_CLIENT_ID and KRR_${keyName}_REDIRECT_URI with the registration`
        : 'trouble of its own')
    super(`ID-porten shows an error page, status ${status}: ${meant}${said}${traced}`, {
      obstacle: { kind: kindOfErrorPage(status) },
    })
    this.method = method
  }
}
