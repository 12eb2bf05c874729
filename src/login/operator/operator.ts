import type { Environment } from '../../config/environment.ts'
import type { Persona } from '../../evidence/person-reading.ts'
import { EvidenceUnavailableError } from '../../evidence/transport.ts'
import type { OnSecret } from '../../oidc/client-authentication.ts'
import type { LoginEnvironment } from '../login-driver.ts'

/** The person who logs in with `LOGIN=operator`, as far as the run can talk with them. */
export interface Operator {
  /** Tells something in whole lines, whatever progress is drawn. */
  readonly tell: (lines: readonly string[]) => void
  /**
   * The next line that is entered; it is not shown. Undefined where nothing can be entered.
   * @throws EvidenceUnavailableError where the input ends
   */
  readonly readLine?: ((signal: AbortSignal) => Promise<string>) | undefined
}

/** How long a run waits for the person each time; they hear of it. */
export const operatorWaitsMs = 10 * 60_000

/** What both ways of an operator's login are told. */
export interface OperatorOptions {
  readonly environment: LoginEnvironment & { readonly name: string }
  readonly operator: Operator
  readonly onSecret: OnSecret
  /** Aborted when the run ends before its time: then nobody is waited for. */
  readonly interrupted: AbortSignal
  /** How long the person is waited for, each time. */
  readonly waitsMs: number
}

/**
 * One person logs in, and that is all there is.
 * @throws EvidenceUnavailableError for anybody else
 */
export const refuseOthers = (
  persona: Persona,
  { keyName }: Pick<LoginEnvironment, 'keyName'>,
): void => {
  if (persona === 'MAIN') return
  throw new EvidenceUnavailableError(
    `with KRR_${keyName}_LOGIN=operator one person logs in, and no test user beside them`,
    { verdict: 'not-applicable' },
  )
}

/** What the person must know of the run before they log in. */
export const whatTheRunDoes = ({ environment }: OperatorOptions): string => {
  const { allowWrite, production } = environment
  if (!allowWrite) return 'The run reads your entry in the register and changes nothing.'
  return production
    ? 'The run changes your language and puts it back: that change is made in a national register.'
    : 'The run changes your language in the register and puts it back.'
}

/** How an operator logs in: in a window of this machine, or in a browser of their own, whose address they paste. */
export type OperatorWay = 'window' | 'paste'

export interface Surroundings {
  readonly hasDisplay: boolean
  /** `KRR_BROWSER_WS` is set: nobody sits in front of that browser. */
  readonly isRemoteBrowser: boolean
  readonly canPaste: boolean
}

/** The way that the surroundings allow; undefined where there is none. */
export const operatorWay = (surroundings: Surroundings): OperatorWay | undefined => {
  const { hasDisplay, isRemoteBrowser, canPaste } = surroundings
  if (hasDisplay && !isRemoteBrowser) return 'window'
  return canPaste ? 'paste' : undefined
}

/** Why nobody can log in here, and what to do. */
export const noWay = (
  { keyName }: Pick<Environment, 'keyName'>,
  { isRemoteBrowser }: Pick<Surroundings, 'isRemoteBrowser'>,
): string => {
  const window = isRemoteBrowser
    ? 'a window (unset KRR_BROWSER_WS)'
    : 'a display on which a browser window can open (DISPLAY or WAYLAND_DISPLAY)'
  return (
    `KRR_${keyName}_LOGIN=operator needs a person at hand, with ${window}, or with a terminal or a piped line at ` +
    'which to paste an address, but there is neither; run it where there is one'
  )
}

/** A wait for a person: bounded, and ended with the run. */
interface Patience {
  /** Aborted when the time is up, when the run is interrupted, and at the end. */
  readonly signal: AbortSignal
  /** Rejects when the time is up or the run is interrupted, with what to say of it. */
  readonly over: Promise<never>
  /** Ends the wait. */
  end(): void
}

/** Begins to wait for somebody to do something: `log in`. */
export const waitForPerson = (
  todo: string,
  { waitsMs, interrupted }: { readonly waitsMs: number; readonly interrupted: AbortSignal },
): Patience => {
  const ended = new AbortController()
  let giveUp: (because: string) => void = () => {}
  const over = new Promise<never>((_, reject) => {
    giveUp = (because) =>
      reject(new EvidenceUnavailableError(because, { obstacle: { kind: 'operator' } }))
  })
  over.catch(() => {})
  const end = () => {
    clearTimeout(timer)
    interrupted.removeEventListener('abort', onInterrupted)
    ended.abort()
  }
  const onInterrupted = () => {
    giveUp('the run was interrupted')
    end()
  }
  const timer = setTimeout(() => {
    giveUp(`nobody came to ${todo} within ${inMinutes(waitsMs)}`)
    end()
  }, waitsMs)
  interrupted.addEventListener('abort', onInterrupted)
  if (interrupted.aborted) onInterrupted()
  return { signal: ended.signal, over, end }
}

const inMinutes = (ms: number): string => {
  const minutes = Math.round(ms / 60_000)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** `10 minutes, until 14:05`, by this machine's clock. */
export const untilWhen = (ms: number, now: Date): string =>
  `${inMinutes(ms)}, until ${timeOfDay(new Date(now.getTime() + ms))}`

/** `14:05`, by this machine's clock. */
export const timeOfDay = (time: Date): string =>
  [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
