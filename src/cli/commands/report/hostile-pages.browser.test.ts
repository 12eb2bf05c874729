import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { diff } from '../../../compare/diff.ts'
import { comparisonWriters } from '../../../compare/writers/index.ts'
import { decide } from '../../../gate/decide.ts'
import type { Decision } from '../../../gate/decision.ts'
import { inOrder, intact, reportOf, sideOf, withRule } from '../../../gate/situation.fixture.ts'
import { writeHistoryHtml } from '../../../gate/writers/history-page.ts'
import { writeDecisionHtml } from '../../../gate/writers/html.ts'
import { historyEntry } from '../../../report/history/entry.ts'
import { executing, executingReport } from '../../../report/hostile-report.fixture.ts'
import type { ConformanceReport } from '../../../report/model.ts'
import { parseReport } from '../../../report/read-report.ts'
import { sampleReport } from '../../../report/sample-report.fixture.ts'
import { writeOverview } from '../../../report/writers/html/overview.ts'
import { writeHtml } from '../../../report/writers/html/page.ts'
import { writeJson } from '../../../report/writers/json.ts'

/** As every command reads it: what the schema does not let pass is no report. */
const read = async (report: ConformanceReport): Promise<ConformanceReport> => {
  const parsed = await parseReport(writeJson(report))
  if ('trouble' in parsed) throw new Error(parsed.trouble)
  return parsed.report
}

test('nothing runs in any page made of a hostile report that its schema lets pass', {
  timeout: 120_000,
}, async () => {
  const hostile = await read(executingReport(sampleReport('deviating')))
  const other = await read(executingReport(withRule(reportOf('prod'), 'KRR-JWS-003', 'failed')))
  const history = {
    environment: executing,
    entries: [historyEntry(hostile), historyEntry(other)],
    kept: new Set([hostile.run.id]),
    passedOver: [],
  }
  const decision = decide(inOrder({ to: sideOf('prod', other), from: sideOf('test', hostile) }))
  const hostileDecision: Decision = {
    ...decision,
    answer: 'yes',
    override: { by: executing, reason: executing },
    from: { ...decision.from, page: executing },
    to: { ...decision.to, page: executing },
    titles: { 'KRR-JWS-003': executing, [executing]: executing },
    waivers: (['deviation', 'flake'] as const).map((kind) => ({
      kind,
      ...{ environment: executing, of: executing, trouble: executing, reason: executing },
      ...{ owner: executing, link: `javascript:${executing}`, expires: executing },
    })),
    decidedIn: {
      ...{ system: executing, job: executing, url: `javascript:${executing}` },
      ...{ startedBy: executing, commit: executing },
    },
  }
  const kept = [hostileDecision, undefined].map((own) => ({
    ...{ id: executing, folder: executing, decision: own },
    ...{ verification: intact, isLinked: false, digest: undefined },
  }))
  const pages = {
    report: writeHtml(hostile),
    index: writeOverview([history]),
    diff: comparisonWriters.html(diff(hostile, other)),
    gate: writeDecisionHtml(hostileDecision),
    decisions: writeHistoryHtml(kept),
  }
  const folder = await mkdtemp(join(tmpdir(), 'krr-hostile-'))
  const browser = await chromium.launch({
    executablePath: process.env['KRR_BROWSER_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  onTestFinished(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })
  for (const [name, text] of Object.entries(pages)) {
    expect(text, name).toContain('hostile')
    // Without the policy of the page too: what is escaped needs no policy to run nothing.
    const bare = text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
    for (const [form, content] of [
      [name, text],
      [`${name}-bare`, bare],
    ] as const) {
      const file = join(folder, `${form}.html`)
      await writeFile(file, content)
      const page = await browser.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(file).href)
      await page.evaluate(() => {
        for (const own of document.querySelectorAll('details')) own.open = true
        for (const own of document.querySelectorAll('*')) {
          if (own instanceof HTMLElement) own.focus()
          own.dispatchEvent(new MouseEvent('mouseover'))
        }
      })
      const found = await page.evaluate(() => ({
        ran: Reflect.get(window, 'hostile'),
        inserted: document.querySelectorAll(
          'iframe, img, link, base, meta[http-equiv=refresh], form[action]',
        ).length,
        links: [...document.querySelectorAll('a[href]')].map(
          (own) => own.getAttribute('href') ?? '',
        ),
      }))
      expect([form, found.ran, found.inserted]).toEqual([form, undefined, 0])
      expect(found.links.filter((link) => /^(?!https?:|#)[a-z]+:/i.test(link))).toEqual([])
      expect(asked).toEqual([pathToFileURL(file).href])
      await page.close()
    }
  }
})
