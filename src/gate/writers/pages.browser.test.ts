import { expect, test, vi } from 'vitest'
import { diff } from '../../compare/diff.ts'
import { comparisonWriters } from '../../compare/writers/index.ts'
import { pagesInBrowser } from '../../report/writers/html/browser-pages.fixture.ts'
import { decide } from '../decide.ts'
import type { Decision } from '../decision.ts'
import {
  flakyOf,
  inOrder,
  intact,
  knownOf,
  person,
  reportOf,
  sideOf,
  trustedKey,
  usualAnswers,
  withFlake,
  withRule,
} from '../situation.fixture.ts'
import { writeHistoryHtml } from './history-page.ts'
import { writeDecisionHtml } from './html.ts'

vi.setConfig({ testTimeout: 120_000 })

const prod = reportOf('prod')
const { spraak: _, ...withoutLanguage } = person
const failing = withRule(prod, 'KRR-JWS-003', 'failed')
const pageOf = (environment: string) => `${environment}/runs/2026-11-25T10-00-00/report.html`

/** As the command completes a decision. */
const complete = (made: Decision): Decision => ({
  ...made,
  from: { ...made.from, page: pageOf('test') },
  to: { ...made.to, page: pageOf('prod') },
  signedBy: { thumbprint: trustedKey, isConfigured: true },
  decidedIn: {
    system: 'GitHub Actions',
    job: 'gate, decide',
    url: 'https://github.com/digdir/service/actions/runs/42',
    startedBy: 'kari-nordmann',
    commit: '4f1c'.repeat(10),
  },
  previous: 'ab12'.repeat(16),
})

const decisions = {
  yes: complete(decide(inOrder())),
  waiver: complete(
    decide(
      inOrder({
        to: sideOf('prod', withFlake(failing)),
        known: [knownOf('KRR-JWS-003')],
        flaky: [flakyOf()],
      }),
    ),
  ),
  no: complete(
    decide(
      inOrder({
        to: sideOf(
          'prod',
          withRule(
            withRule(reportOf('prod', usualAnswers(withoutLanguage)), 'KRR-ERR-001', 'failed'),
            'KRR-JWS-003',
            'failed',
          ),
        ),
      }),
    ),
  ),
  unknown: complete(
    decide(
      inOrder({
        to: sideOf('prod', withRule(prod, 'KRR-PATCH-003', 'not-exercised')),
        now: new Date('2026-11-26T12:00:00.000Z'),
        matrix: undefined,
      }),
    ),
  ),
} as const

const kept = Object.entries(decisions).map(([name, decision]) => ({
  id: `${decision.id}-${name}`,
  folder: name,
  decision,
  verification: intact,
  isLinked: name !== 'no',
  digest: 'ab12'.repeat(16),
}))

const pages = {
  ...Object.fromEntries(
    Object.entries(decisions).map(([name, decision]) => [
      `gate-${name}`,
      writeDecisionHtml(decision),
    ]),
  ),
  'gate-no-nb': writeDecisionHtml(decisions.no, { language: 'nb' }),
  'gate-waiver-nb': writeDecisionHtml(decisions.waiver, { language: 'nb' }),
  'gate-history': writeHistoryHtml(kept),
  diff: comparisonWriters.html(
    diff(
      reportOf('test'),
      withRule(reportOf('prod', usualAnswers(withoutLanguage)), 'KRR-ERR-001', 'failed'),
    ),
  ),
}
const { open, isInOrder, fitsOnPaper } = pagesInBrowser(pages)

test.each(Object.keys(pages))(
  '%s asks for nothing, keeps to its width and its paper, and axe finds nothing, at three widths',
  async (name) => {
    await isInOrder(name)
    await fitsOnPaper(name)
  },
)

test('a time is shown in the zone of the reader, and the text without a script names its own', async () => {
  const at = { timezoneId: 'Europe/Oslo' }
  const scripted = await open('gate-yes', at)
  expect(await scripted.page.locator('.kicker time').textContent()).toMatch(
    /25 Nov 2026, 13:00 (CET|GMT\+1)/,
  )
  const plain = await open('gate-yes', { ...at, javaScriptEnabled: false })
  expect(await plain.page.locator('.kicker time').textContent()).toBe('25 Nov 2026, 12:00 UTC')
})

test('a yes that rests on a waiver has another colour than a clean one', async () => {
  const colourOf = async (name: string) => {
    const { page } = await open(name)
    return page.locator('h1').evaluate((own) => getComputedStyle(own).color)
  }
  expect(await colourOf('gate-waiver')).not.toBe(await colourOf('gate-yes'))
})
