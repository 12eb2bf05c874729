// The thread that logs in. The browser's driver is loaded before anything is asked for.
import { parentPort } from 'node:worker_threads'
import { loadPlaywright } from '../../browser/playwright.ts'
import type { Begin } from './protocol.ts'
import { serveLoginBrowser } from './serve-browser.ts'

parentPort?.on('message', (begin: Begin) => serveLoginBrowser(begin))
loadPlaywright()
