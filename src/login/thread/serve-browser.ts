import type { Persona } from '../../evidence/person-reading.ts'
import { type FormLoginOptions, openLoginBrowser } from '../login-browser.ts'
import type { LoginDriver } from '../login-driver.ts'
import { type Begin, type Calls, callsOver, type LoginCalls, type MainCalls } from './channel.ts'

/** The thread's side of one browser: launches it at once, and logs in for whoever holds the other end of the port. */
export const serveLoginBrowser = ({ port, launch }: Begin): void => {
  const pids = new Map<Persona, string>()
  let driver: LoginDriver | undefined
  const served: LoginCalls = {
    open({ environment, expected, userAgent, takesScreenshots, isPaced }) {
      for (const [persona, pid] of expected) pids.set(persona, pid)
      driver = browser.logIn({
        environment,
        expected: expected.map(([persona]) => persona),
        userAgent,
        pace: isPaced ? turnsOf(main) : undefined,
        pidOf: (persona) => pids.get(persona) ?? '',
        onSecret: (kind, value) => main.tell('secret', kind, value),
        onProgress: (line) => main.tell('progress', line),
        onScreenshot: takesScreenshots
          ? (png, name) => main.tell('screenshot', png, name)
          : undefined,
      })
    },
    async authorize(flow, persona, pid) {
      pids.set(persona, pid)
      if (driver === undefined) throw new Error('asked to log in before it was opened')
      try {
        const { authorization, callback } = await driver.authorize(persona, (way) =>
          main.ask('prepare', flow, way),
        )
        return { authorization, callback: callback.href }
      } finally {
        main.tell('formLogins', driver.formLogins)
      }
    },
    close: () => (driver ?? browser).close(),
  }
  const main = callsOver<MainCalls>(port, { ...served })
  const browser = openLoginBrowser({
    ...launch,
    onProgress: (line) => main.tell('progress', line),
  })
}

/** Turns are taken in the main thread, so that six in flight to ID-porten are six for all threads. */
const turnsOf = (main: Calls<MainCalls>): FormLoginOptions['pace'] => {
  let requests = 0
  return {
    async turn(origin) {
      requests += 1
      const request = requests
      await main.ask('turn', request, origin)
      return { at: Date.now(), release: () => main.tell('answered', request) }
    },
  }
}
