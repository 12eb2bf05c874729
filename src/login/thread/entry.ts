// The thread that logs in. The browser's driver is loaded before anything is asked for.
import { parentPort } from 'node:worker_threads'
import { loadPlaywright } from '../../browser/open-browser.ts'
import type { Begin } from './channel.ts'
import { serveLoginBrowser } from './serve-browser.ts'

parentPort?.on('message', (begin: Begin) => serveLoginBrowser(begin))
loadPlaywright()
// While this thread does anything else, it is known to do so.
setInterval(() => parentPort?.postMessage('alive'), 250).unref()
