import type { OperatorWay } from '../../login/operator/way.ts'
import { type Line, ok, problem, warning } from '../line.ts'

/** How a person could log in here. */
export interface OperatorReading {
  readonly loginKey: string
  readonly redirectKey: string
  readonly redirectUri: string
  /** Whether the redirect URI can only mean this machine. */
  readonly isLoopback: boolean
  readonly way: OperatorWay | undefined
}

/** Whether there is a window to log in in, or a place to paste an address. */
export const operatorCanLogIn = (reading: OperatorReading): readonly Line[] => {
  const { loginKey, redirectKey, redirectUri, isLoopback, way } = reading
  if (way === undefined) {
    return [
      problem(
        loginKey,
        'operator: there is neither a display for a window nor a terminal to paste an address at',
        'run it where there is one, or log in there beforehand (krr login)',
      ),
    ]
  }
  if (way === 'window') return [ok(loginKey, 'operator: a window opens on this display')]
  const pasted = ok(loginKey, 'operator: no window can open here, so an address is pasted instead')
  if (isLoopback) return [pasted]
  return [
    pasted,
    warning(
      redirectKey,
      `a pasted address has been sent to ${new URL(redirectUri).host} by the browser before`,
      'its code is of no use there without the key of the run (PKCE); with a display it is sent nowhere',
    ),
  ]
}
