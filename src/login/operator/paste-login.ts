import { EvidenceUnavailableError } from '../../evidence/unavailable.ts'
import type { PreparedAuthorization } from '../../oidc/authorization-request.ts'
import { isLoopbackUrl } from '../../oidc/loopback.ts'
import { learnParameters } from '../../oidc/secrets.ts'
import type { LoginDriver } from '../login-driver.ts'
import type { Operator } from './operator.ts'
import { type OperatorOptions, refuseOthers, whatTheRunDoes } from './operator-options.ts'
import { readPasted } from './pasted-address.ts'
import { untilWhen, waitForPerson } from './patience.ts'

export interface PasteOptions extends OperatorOptions {
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
