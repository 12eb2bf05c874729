import { describe, expect, test } from 'vitest'
import { sampleHistory } from '../../../history/sample-history.fixture.ts'
import { writeOverview } from '../overview.ts'

const page = writeOverview([
  sampleHistory('reference', ['conformant']),
  sampleHistory('test', ['conformant', 'conformant', 'deviating'], 2),
  sampleHistory('<b>', ['inconclusive', 'inconclusive']),
])

describe('the page of all environments', () => {
  test('shows the gravest first, each with its verdict and since when', () => {
    expect([...page.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'env-test-title',
      'env-&#60;b&#62;-title',
      'env-reference-title',
    ])
    expect(page).toContain('<h1>1 of 3 conforms</h1>')
    expect(page).toMatch(
      /Deviating since <time datetime="2026-09-03T02:00:00.000Z">[^<]*<\/time>, 1 run/,
    )
    expect(page).toMatch(/Inconclusive in all 2 runs since/)
  })

  test('names the rules that changed, and leads to them', () => {
    expect(page).toContain(
      '<a class="id" href="test/report.html#KRR-JWS-003">KRR-JWS-003</a> passed → failed',
    )
    expect(page).toContain('One run is known: nothing to compare.')
  })

  test('links the runs that are still there, and only those', () => {
    const links = [...page.matchAll(/href="(test\/runs\/[^"]*)"/g)].map(([, href]) => href)
    expect(links.toSorted()).toEqual([
      'test/runs/2026-09-02T02-00-00-a1b2c3/report.html',
      'test/runs/2026-09-03T02-00-00-a1b2c3/report.html',
    ])
    expect(page).toContain('2 conformant, 1 deviating')
  })

  test('says latency, flakes and what ends next in words', () => {
    expect(page).toMatch(/Median \d+ ms, 95th percentile \d+ ms, of 2 answers/)
    expect(page).toContain('In the last run 1 exchange took more than one attempt.')
    expect(page).toMatch(/signing certificate: \d+ days left/)
  })

  test('counts the rules that went back and forth, and no others', () => {
    const restless = writeOverview([
      sampleHistory('test', ['conformant', 'deviating', 'conformant', 'deviating']),
    ])
    expect(restless).toMatch(/went back and forth between passed and failed in 4 runs alike/)
    expect(restless).toContain('href="test/report.html#KRR-JWS-003">KRR-JWS-003</a> 3 times')
    expect(page).not.toContain('back and forth')
  })

  test('a folder’s name is text, in links and in the page', () => {
    expect(page).not.toContain('<b>')
    expect(page).toContain('href="%3Cb%3E/report.html"')
  })
})
