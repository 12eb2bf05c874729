import type { MessagePort } from 'node:worker_threads'
import type { FormLoginOptions, Launch, LoginBrowser } from '../login-browser.ts'
import type { LoginEnvironment, Prepare } from '../login-driver.ts'
import { callsOver, type LoginCalls, type MainCalls } from './channel.ts'

/** The main thread's side of a browser that another thread drives. */
export const remoteLoginBrowser = (
  port: MessagePort,
  { onProgress }: Pick<Launch, 'onProgress'>,
): LoginBrowser => {
  const preparing = new Map<number, Prepare>()
  const inFlight = new Map<number, () => void>()
  let options: FormLoginOptions | undefined
  let flows = 0
  let formLogins = 0
  const heard: MainCalls = {
    async prepare(flow, way) {
      const prepare = preparing.get(flow)
      if (prepare === undefined) throw new Error('asked to prepare a request that nobody made')
      return prepare(way)
    },
    async turn(request, origin) {
      const turn = await options?.pace?.turn(origin)
      if (turn !== undefined) inFlight.set(request, turn.release)
    },
    answered(request) {
      inFlight.get(request)?.()
      inFlight.delete(request)
    },
    formLogins(count) {
      formLogins = count
    },
    secret: (kind, value) => options?.onSecret(kind, value),
    progress: (line) => (options?.onProgress ?? onProgress)?.(line),
    screenshot: (png, name) => options?.onScreenshot?.(png, name),
  }
  const thread = callsOver<LoginCalls>(port, { ...heard })
  let closing: Promise<void> | undefined
  const close = (): Promise<void> => {
    closing ??= thread
      .ask('close')
      .catch(() => {})
      .finally(() => thread.close())
    return closing
  }
  return {
    logIn(opened) {
      options = opened
      const { environment, expected, pidOf, userAgent, onScreenshot, pace } = opened
      thread.tell('open', {
        environment: plain(environment),
        expected: expected.map((persona) => [persona, pidOf(persona)] as const),
        userAgent,
        takesScreenshots: onScreenshot !== undefined,
        isPaced: pace !== undefined,
      })
      return {
        async authorize(persona, prepare) {
          const pid = pidOf(persona)
          flows += 1
          const flow = flows
          preparing.set(flow, prepare)
          try {
            const { authorization, callback } = await thread.ask('authorize', flow, persona, pid)
            return { authorization, callback: new URL(callback) }
          } finally {
            preparing.delete(flow)
          }
        },
        get formLogins() {
          return formLogins
        },
        close,
      }
    },
    close,
  }
}

/** Only what a login needs to know leaves this thread. */
const plain = (environment: LoginEnvironment): LoginEnvironment =>
  Object.fromEntries(
    Object.keys(needed).map((name) => [name, environment[name as keyof LoginEnvironment]]),
  ) as LoginEnvironment

const needed = {
  keyName: true,
  production: true,
  issuer: true,
  redirectUri: true,
  acrValues: true,
  loginHosts: true,
  stepSeconds: true,
  login: true,
  minid: true,
  allowWrite: true,
  writeRefusal: true,
} satisfies Record<keyof LoginEnvironment, true>
