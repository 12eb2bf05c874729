import { afterEach, describe, expect, test, vi } from 'vitest'
import { findBrowser } from '../browser/find-browser.ts'
import { launchBrowser } from '../browser/open-browser.ts'
import { pids } from '../oidc/op.fixture.ts'
import { closeBrowser } from './browser-login.ts'
import { type InPlace, type Rewrite, rewriting } from './rewritten.fixture.ts'
import { withSession } from './session.fixture.ts'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

interface Flood {
  readonly rewrite?: Rewrite
  readonly inPlace?: InPlace
}

/** A process as it is in the table of this machine: undefined where there is none. */
const stateOf = (id: number): string | undefined => {
  try {
    process.kill(id, 0)
    return 'there'
  } catch {
    return undefined
  }
}

test('a browser that does not close is killed within a few seconds', {
  timeout: 120_000,
}, async () => {
  const path = await findBrowser({ browserPath: undefined })
  const redirectUri = 'http://localhost:3000/callback'
  const direct = { httpsProxy: undefined, noProxy: undefined }
  const browser = await launchBrowser({ path, redirectUri, proxy: direct })
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const id = processInfo.find(({ type }) => type === 'browser')?.id ?? 0
  expect(stateOf(id)).toBe('there')
  // From now on it hears nothing.
  process.kill(id, 'SIGSTOP')
  await closeBrowser(Promise.resolve(browser))
  // By itself it stays for ever; Playwright kills it after 30 s.
  await vi.waitUntil(() => stateOf(id) === undefined, { timeout: 20_000 })
})

/** What a login says of pages that flood, and how long it and its end took. */
const logIn = async ({ rewrite = (html) => html, inPlace }: Flood) => {
  const front = rewriting(rewrite, () => {}, inPlace)
  opened.push(front)
  let outcome = 'it went through'
  const environment = { login: 'testid', stepSeconds } as const
  const op = { front: front.front }
  await withSession({ environment, op, session: { pids } }, async ({ session }) => {
    await session.login('MAIN', ['krr:user/kontaktinformasjon.read']).catch((error: Error) => {
      outcome = error.message
    })
  })
  return outcome
}

const stepSeconds = 2

const withScript =
  (script: string, where: RegExp = /^\/authorize\//): Rewrite =>
  (html, path) =>
    where.test(path) ? html.replace('</head>', `<script>${script}</script></head>`) : html

const stopped = 'login of MAIN stopped at the step "[a-zA-Z ]+": '
const busy = new RegExp(`^${stopped}the page keeps the browser busy`)
const [questions, windows, downloads] = ['questions', 'windows', 'downloads'].map(
  (what) => new RegExp(`^${stopped}the page floods the browser with ${what}`),
) as [RegExp, RegExp, RegExp]
/** On a slow machine one of the waits within the step ends before the step does. */
const busyOrSlow = new RegExp(
  `^${stopped}(the page keeps|.*did not answer within|.*not known|.*gave it up)`,
)
const passes = new RegExp(`^(it went through|${stopped}.*did not answer within)`)
const refused = new RegExp(`^${stopped}ID-porten shows an error page, status 401`)
const circles = new RegExp(`^${stopped}.*(ERR_TOO_MANY_REDIRECTS|did not answer within)`)

/** A script that floods at once, or as soon as the page can be read. */
const floods: readonly (readonly [string, RegExp, Flood])[] = [
  ['a script without end', busy, { rewrite: withScript('for(;;){}') }],
  [
    'a script without end once the page shows',
    busy,
    { rewrite: withScript('addEventListener("load", () => setTimeout(() => { for(;;){} }, 50))') },
  ],
  ['alerts without end', questions, { rewrite: withScript('for(;;) alert(1)') }],
  [
    'questions without end',
    questions,
    { rewrite: withScript('while (true) { confirm(1); prompt(2) }') },
  ],
  [
    'popups without end',
    windows,
    {
      rewrite: withScript(
        'setInterval(() => { for (let n = 0; n < 20; n++) open("about:blank") }, 5)',
      ),
    },
  ],
  [
    'downloads without end',
    downloads,
    {
      rewrite: withScript(
        `setInterval(() => { const a = document.createElement("a"); a.href = URL.createObjectURL(new Blob(["a".repeat(1e6)]));
         a.download = "a.txt"; document.documentElement.append(a); a.click() }, 5)`,
      ),
    },
  ],
  [
    'a question that is asked before the page is left',
    passes,
    { rewrite: withScript('addEventListener("beforeunload", (event) => event.preventDefault())') },
  ],
  [
    'a page that loads itself again without end',
    busyOrSlow,
    {
      rewrite: withScript('addEventListener("load", () => setTimeout(() => location.reload(), 1))'),
    },
  ],
  [
    'elements without end',
    busyOrSlow,
    {
      rewrite: withScript(
        'setInterval(() => { for (let n = 0; n < 2000; n++) document.body.append("a".repeat(1000)) }, 1)',
      ),
    },
  ],
  [
    'a prompt for a password of the server',
    refused,
    {
      inPlace: (path) =>
        path.startsWith('/authorize/')
          ? { status: 401, fields: { 'www-authenticate': 'Basic realm="a"' } }
          : undefined,
    },
  ],
  [
    'redirects without end',
    circles,
    {
      inPlace: (path) =>
        path.startsWith('/authorize/')
          ? { status: 302, fields: { location: `/authorize/${Math.random()}` } }
          : undefined,
    },
  ],
  [
    'a document without end',
    busyOrSlow,
    {
      inPlace: (path) =>
        path.startsWith('/authorize/') ? { status: 200, isEndless: true } : undefined,
    },
  ],
]

/** One of each kind in every check, for each takes some steps; with `KRR_HOSTILE=all` all of them. */
const always =
  /^(a script without end|alerts|popups|downloads|a prompt|redirects)( without end| for .*)?$/
const chosen = floods.filter(([name]) => process.env['KRR_HOSTILE'] === 'all' || always.test(name))

/** Twice a step for each of some pages, and the browser's end; a busy machine takes its time. */
const withinMs = 90_000

describe('a login page that floods ends the login by the limit of a step, with a reason', () => {
  test.each(chosen)('%s', { timeout: withinMs }, async (_, reason, flood) => {
    const outcome = await logIn(flood)
    expect(outcome).toMatch(reason)
  })
})
