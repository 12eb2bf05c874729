import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleReport } from '../report/sample-report.fixture.ts'
import { writeHtml } from '../report/writers/html/page.ts'
import { type ReportServer, serveReports } from './report-server.ts'

let folder = ''
let server: ReportServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'krr-serve-'))
  await mkdir(join(folder, 'reports', 'test'), { recursive: true })
  await mkdir(join(folder, 'reports', '.hidden'))
  const files = {
    'secret.txt': 'outside',
    'reports/index.html': writeHtml(sampleReport('conformant')),
    'reports/foreign.html': '<script>alert(1)</script>',
    'reports/test/report.json': '{}',
    'reports/.hidden/report.json': '{}',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await symlink(join(folder, 'secret.txt'), join(folder, 'reports', 'link.txt'))
  server = await serveReports(join(folder, 'reports'), 0)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (path: string, options: Parameters<typeof request>[1] = {}) => {
  const { statusCode, headers, body } = await request(`${server.url}${path}`, options)
  return { status: statusCode, headers, text: await body.text() }
}

describe('serving reports', () => {
  test('listens on loopback and gives pages with the policy that they bring along', async () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const { status, headers, text } = await ask('')
    expect(status).toBe(200)
    const [, own = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? []
    expect(headers['content-security-policy']).toBe(
      `${own.replaceAll('&#39;', "'")}; frame-ancestors 'none'`,
    )
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })

  test('lets no other page run anything', async () => {
    const { headers } = await ask('foreign.html')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox/)
  })

  test.each([
    'test/',
    'test',
    'none.html',
    '.hidden/report.json',
    'link.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'test%00/report.json',
    '%zz',
  ])('has nothing at %s', async (path) => {
    const { status, text } = await ask(path)
    expect([status, text]).toEqual([404, 'no such report\n'])
  })

  test('answers GET and HEAD, to who names this address', async () => {
    expect((await ask('test/report.json', { method: 'HEAD' })).text).toBe('')
    expect((await ask('test/report.json', { method: 'POST' })).status).toBe(405)
    const rebound = await ask('', { headers: { Host: 'reports.attacker.example' } })
    expect(rebound.status).toBe(421)
  })
})
