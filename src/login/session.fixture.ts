import type { Environment, RunSettings } from '../config/environment.ts'
import {
  environmentAt,
  openTestSender,
  pids,
  startTestOp,
  type TestSender,
} from '../oidc/op.fixture.ts'
import type { OpOptions, RunningOp } from '../reference/op/start.ts'
import type { Injections } from '../reference/seams.ts'
import { type OpenSessionOptions, openSession } from './open-session.ts'
import type { Session } from './session.ts'

export const settings: RunSettings = {
  reportDir: 'reports',
  stateDir: '.krr',
  stateKey: undefined,
  signingJwk: undefined,
  browserPath: undefined,
  browserWs: undefined,
  runSeconds: 3_600,
  contact: undefined,
  language: 'en',
  receivers: [],
  httpsProxy: undefined,
  noProxy: undefined,
}

/** A session with a provider of its own, and what was heard of it. */
export interface TestSession {
  readonly session: Session
  readonly op: RunningOp
  readonly sender: TestSender
  readonly secrets: ReadonlyMap<string, string>
  readonly screenshots: readonly { readonly name: string; readonly png: Uint8Array }[]
  readonly progress: readonly string[]
  /** Paths that the provider was asked for, in order. */
  readonly asked: readonly string[]
}

export interface TestSessionOptions {
  readonly environment?: Partial<Environment>
  /** Hosts of the environment beside the provider's. */
  readonly withHosts?: readonly string[]
  readonly injections?: Injections
  readonly op?: Partial<OpOptions>
  readonly session?: Partial<OpenSessionOptions>
}

/** Opens a session, hands it to the body, and closes everything whatever the body does. */
export const withSession = async (
  options: TestSessionOptions,
  body: (opened: TestSession) => Promise<void>,
): Promise<void> => {
  const asked: string[] = []
  const op = await startTestOp(options.injections, {
    ...options.op,
    onRequest: (request) => {
      asked.push(request.path)
      options.op?.onRequest?.(request)
    },
  })
  const sender = openTestSender()
  const secrets = new Map<string, string>()
  const screenshots: { name: string; png: Uint8Array }[] = []
  const progress: string[] = []
  const session = openSession({
    environment: environmentAt(op.issuer, {
      loginHosts: [new URL(op.issuer).host, ...(options.withHosts ?? [])],
      ...options.environment,
    }),
    settings,
    send: sender.send,
    userAgent: 'krr-conformance tests',
    pids,
    onSecret: (kind, value) => secrets.set(value, kind),
    onScreenshot: (png, name) => screenshots.push({ name, png }),
    onProgress: (line) => progress.push(line),
    ...options.session,
  })
  try {
    await body({ session, op, sender, secrets, screenshots, progress, asked })
  } finally {
    await session.close()
    await sender.close()
    await op.close()
  }
}
