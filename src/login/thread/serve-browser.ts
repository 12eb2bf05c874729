import { createPace } from '../../evidence/pace.ts'
import type { Persona } from '../../evidence/person-reading.ts'
import { openLoginBrowser } from '../login-browser.ts'
import type { LoginDriver } from '../login-driver.ts'
import { callsOver } from './calls.ts'
import type { Begin, LoginCalls, MainCalls } from './protocol.ts'

/** The thread's side of one browser: launches it at once, and logs in for whoever holds the other end of the port. */
export const serveLoginBrowser = ({ port, launch }: Begin): void => {
  const pids = new Map<Persona, string>()
  let driver: LoginDriver | undefined
  const served: LoginCalls = {
    open({ environment, expected, userAgent, takesScreenshots, pace }) {
      for (const [persona, pid] of expected) pids.set(persona, pid)
      driver = browser.logIn({
        environment,
        expected: expected.map(([persona]) => persona),
        userAgent,
        pace: pace && createPace(pace),
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
