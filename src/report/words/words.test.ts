import { describe, expect, test } from 'vitest'
import { sampleHistory } from '../history/sample-history.fixture.ts'
import { noticeMarkdown, noticeOf, noticeTitle } from '../notice.ts'
import { sampleReport } from '../sample-report.fixture.ts'
import { writeOverview } from '../writers/html/overview.ts'
import { writeHtml } from '../writers/html/page.ts'
import { writeMarkdown } from '../writers/markdown.ts'

const report = sampleReport('deviating')

/** What stands between tags, without what a run recorded. */
const textOf = (page: string): string =>
  page
    .slice(page.indexOf('<body'))
    .replaceAll(/<(script|pre|code|blockquote)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')

describe('the pages in bokmål', () => {
  test('say so, and have titles, consequences and headings of their language', () => {
    const page = writeHtml(report, 'nb')
    expect(page).toContain('<html lang="nb">')
    expect(page).toContain('Signaturen stemmer med nøkkelen i det første sertifikatet i x5c')
    expect(page).toContain('godtar en person som KRR aldri har signert')
    expect(page).toContain('Dette er brutt')
    expect(textOf(page)).not.toMatch(
      /\b(What is broken|See it again|Not judged|Warnings|received|Request|Response)\b/,
    )
  })

  test('English has neither', () => {
    const page = writeHtml(report)
    expect(page).toContain('<html lang="en">')
    expect(textOf(page)).not.toMatch(/\b(brutt|mottatt|Utvekslinger)\b/)
  })

  test('keep ids, members and what was received as they are', () => {
    const [en, nb] = [writeMarkdown(report), writeMarkdown(report, 'nb')]
    for (const kept of ['KRR-JWS-003.hdgxp', '`/sertifikat`', 'f-6c703a28c037291a']) {
      expect(en).toContain(kept)
      expect(nb).toContain(kept)
    }
    expect(nb).toContain('## Avvik (2)')
    expect(nb).toContain('mottatt `<signature> & "more"`')
  })

  test('a notice has its title and its sentences in the language', () => {
    const notice = noticeOf(report, [], undefined, 'nb')
    if (notice === undefined) throw new Error('a deviating first run is told')
    expect(noticeTitle(notice)).toBe('KRR-miljøet test: avviker')
    expect(noticeMarkdown(notice)).toMatch(/Ingen tidligere kjøring er husket\.[\s\S]*Neste: /)
  })

  test('the page of all environments has its headline in the language', () => {
    const page = writeOverview([sampleHistory('test', ['conformant', 'deviating'])], 'nb')
    expect(page).toContain('<html lang="nb">')
    expect(textOf(page)).not.toMatch(/\b(Rules that changed|Next to end|deviating|since)\b/)
  })
})
