import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import type { PreparedAuthorization } from '../../oidc/authorization-request.ts'
import { learnParameters } from '../../oidc/client-authentication.ts'
import { isLoopbackUrl } from '../../oidc/own-hosts.ts'
import type { LoginDriver } from '../login-driver.ts'
import { isRedirectTo } from '../requests.ts'
import {
  type Operator,
  type OperatorOptions,
  refuseOthers,
  untilWhen,
  waitForPerson,
  whatTheRunDoes,
} from './operator.ts'

/** What a pasted line is: the redirect with its response, or why it is not. The line itself is never shown. */
type Pasted =
  | { readonly kind: 'redirect'; readonly url: URL }
  | { readonly kind: 'refused'; readonly because: string }

/** What is asked of the address. */
interface ExpectedRedirect {
  readonly redirectUri: string
  /** `state` of the request that was opened. */
  readonly state: string
}

/**
 * Reads a pasted line. The `state` must be that of the request (RFC 6749, 10.12), so that no code of another login
 * is taken; `iss` is left to the library, as with every other login.
 */
export const readPasted = (line: string, expected: ExpectedRedirect): Pasted => {
  const text = line.trim().replace(/^["'<]+|["'>]+$/g, '')
  if (text === '') return refused('nothing was pasted')
  const url = addressIn(text, expected.redirectUri)
  if (url === undefined) return refused('that is no address')
  if (!isRedirectTo(expected.redirectUri, url))
    return refused(
      `that is not the address you were sent to: it begins with ${expected.redirectUri}`,
    )
  const { searchParams } = url
  if (!searchParams.has('code') && !searchParams.has('error'))
    return refused('the address is not whole: there is no code in it')
  const states = searchParams.getAll('state')
  if (states.length !== 1 || states[0] !== expected.state)
    return refused('that address is of another login (its state is not that of this one)')
  return { kind: 'redirect', url }
}

const refused = (because: string): Pasted => ({ kind: 'refused', because })

/** Some browsers leave out the scheme of what they show. */
const addressIn = (text: string, redirectUri: string): URL | undefined => {
  const whole = /^https?:\/\//i.test(text) ? text : `${new URL(redirectUri).protocol}//${text}`
  return URL.canParse(whole) ? new URL(whole) : undefined
}

interface PasteOptions extends OperatorOptions {
  readonly readLine: NonNullable<Operator['readLine']>
}

/** So many combinations of scopes there are: more addresses are asked for only where the register must be put back. */
const pastesAtMost = 8

/**
 * A person logs in in a browser of their own and pastes the address that they were sent to. The line is read without
 * being shown, and nothing of it is told.
 */
export const pasteLogin = (options: PasteOptions): LoginDriver => {
  const { environment, operator, readLine, onSecret } = options
  let pastes = 0
  let queue: Promise<unknown> = Promise.resolve()
  let refusal: unknown

  const ask = async (authorization: PreparedAuthorization): Promise<URL> => {
    if (refusal !== undefined) throw refusal
    pastes += 1
    const wait = waitForPerson('paste the address', options)
    const expected = { redirectUri: environment.redirectUri, state: authorization.request.state }
    try {
      operator.tell(instructions(options, authorization.url, pastes))
      for (;;) {
        const line = await Promise.race([readLine(wait.signal), wait.over])
        const pasted = readPasted(line, expected)
        if (pasted.kind === 'redirect') {
          learnParameters(pasted.url.searchParams, onSecret)
          operator.tell([`${environment.name}: thank you, the address is taken (it is not shown).`])
          return pasted.url
        }
        operator.tell([`${environment.name}: ${pasted.because}. Paste it again:`])
      }
    } catch (error) {
      // Who did not come once is not asked seven times more.
      refusal = error
      if (error instanceof EvidenceUnavailableError)
        operator.tell([`${environment.name}: ${error.message}`])
      throw error
    } finally {
      wait.end()
    }
  }

  return {
    authorize(persona, prepare) {
      const turn = queue.then(async () => {
        refuseOthers(persona, environment)
        const authorization = await prepare({})
        return { authorization, callback: await ask(authorization) }
      })
      queue = turn.catch(() => {})
      return turn
    },
    get formLogins() {
      return pastes
    },
    close: async () => {},
  }
}

const instructions = (options: PasteOptions, address: string, count: number): readonly string[] => {
  const { name, redirectUri } = options.environment
  if (count > 1) {
    return [
      '',
      `${name}: address ${count} of ${Math.max(count, pastesAtMost)}: ID-porten gives what is still needed only to a request of its own.`,
      '  Open this one in the same browser. You need not log in again:',
      '',
      address,
      '',
      '  Paste the address that you are sent to here, and press Enter (it is not shown):',
    ]
  }
  const where = isLoopbackUrl(redirectUri)
    ? 'That page does not load, and need not.'
    : `That host sees the address. It is of no use there: its code needs a key that only this run has (PKCE).`
  return [
    '',
    `${name}: log in by yourself, with an eID of your own. The run waits ${untilWhen(options.waitsMs, new Date())}.`,
    `  ${whatTheRunDoes(options)}`,
    '  1. Open this address in your browser:',
    '',
    address,
    '',
    `  2. Log in. Then you are sent to ${redirectUri}?… ${where}`,
    '  3. Copy the whole address from the address bar, paste it here, and press Enter (it is not shown):',
  ]
}
