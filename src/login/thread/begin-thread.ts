import { existsSync } from 'node:fs'
import { MessageChannel, Worker } from 'node:worker_threads'
import type { Launch, LoginBrowser } from '../login-browser.ts'
import type { Begin } from './channel.ts'
import { remoteLoginBrowser } from './remote-browser.ts'

/** A thread that drives the browsers of a run. */
export interface LoginThread {
  /** Launches a browser for one environment. */
  open(launch: Launch): LoginBrowser
  /** How many signs of life came so far; undefined once it has ended. */
  readonly beats: number | undefined
  /** Ends the thread; its browsers are closed before. */
  close(): Promise<void>
}

/** The thread's code, bundled with the command line. */
const bundled = new URL('logins.mjs', import.meta.url)

/**
 * Begins a thread for logins: the browser's driver takes 0.4 s to load, and the main thread has enough to do at the
 * start of a run (adr 0028). Undefined where the command line is not bundled.
 */
export const beginLoginThread = (code: URL = bundled): LoginThread | undefined => {
  if (!existsSync(code)) return undefined
  const thread = new Worker(code)
  // It takes its ports with it, by which whoever waits hears of it; the run goes on and puts the language back.
  thread.on('error', () => {})
  let beats: number | undefined = 0
  thread.on('message', () => {
    if (beats !== undefined) beats += 1
  })
  thread.once('exit', () => {
    beats = undefined
  })
  return {
    get beats() {
      return beats
    },
    open(launch) {
      const { port1, port2 } = new MessageChannel()
      const { environment, settings } = launch
      const begin: Begin = {
        port: port2,
        launch: {
          environment: {
            issuer: environment.issuer,
            redirectUri: environment.redirectUri,
            ca: environment.ca,
          },
          settings: {
            browserPath: settings.browserPath,
            browserWs: settings.browserWs,
            httpsProxy: settings.httpsProxy,
            noProxy: settings.noProxy,
          },
        },
      }
      thread.postMessage(begin, [port2])
      return remoteLoginBrowser(port1, launch)
    },
    async close() {
      await thread.terminate()
    },
  }
}
