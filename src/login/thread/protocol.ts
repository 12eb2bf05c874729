import type { MessagePort } from 'node:worker_threads'
import type { Persona } from '../../evidence/person-reading.ts'
import type { PreparedAuthorization } from '../../oidc/authorization-request.ts'
import type { OnSecret } from '../../oidc/secrets.ts'
import type { Launch } from '../login-browser.ts'
import type { LoginEnvironment, Prepare } from '../login-driver.ts'
import type { OnScreenshot } from '../screenshot.ts'

/** Begins one browser in the thread: everything about it goes over a port of its own. */
export interface Begin {
  readonly port: MessagePort
  readonly launch: Omit<Launch, 'onProgress'>
}

/** What the main thread asks for. */
export interface LoginCalls {
  open(options: {
    readonly environment: LoginEnvironment
    /** Who logs in on rendered pages, with their numbers. */
    readonly expected: readonly (readonly [Persona, string])[]
    readonly userAgent: string
    readonly takesScreenshots: boolean
    readonly isPaced: boolean
  }): void
  /** @param flow what `prepare` is asked with */
  authorize(
    flow: number,
    persona: Persona,
    pid: string,
  ): Promise<{ readonly authorization: PreparedAuthorization; readonly callback: string }>
  close(): Promise<void>
}

/** What the thread asks the main one for, or tells it. */
export interface MainCalls {
  prepare(flow: number, way: Parameters<Prepare>[0]): Promise<PreparedAuthorization>
  /** Resolves when a request may be sent; `answered` tells that its answer is there. */
  turn(request: number, origin: string): Promise<void>
  answered(request: number): void
  formLogins(count: number): void
  secret(...args: Parameters<OnSecret>): void
  progress(line: string): void
  screenshot(...args: Parameters<OnScreenshot>): void
}
