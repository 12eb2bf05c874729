import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Receiver, receivers } from '../config/address.ts'
import { runOfDay } from '../report/history/sample-history.fixture.ts'
import { noticeMarkdown, noticeOf } from '../report/notice.ts'
import type { SampleKind } from '../report/sample-report.fixture.ts'
import { writeReport } from '../report/write.ts'
import { notify } from './notify.ts'

interface Heard {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly content: Record<string, unknown>
}

let server: Server
let origin: string
let reportDir: string
let heard: Heard[]
/** What the server does with the next requests, the first of them first; then it takes all. */
let answers: (number | 'hang up')[]
interface Issue {
  readonly number: number
  title: string
  readonly body: string
  state: string
  readonly labels: readonly string[]
  readonly user: { readonly type: string }
  readonly author_association: string
}

/** The issues of the repository, and what it makes of a label. */
let issues: Issue[]
let labels: 'taken' | 'dropped' | 'refused'
let day: number

beforeEach(async () => {
  ;[heard, answers, issues, day, labels] = [[], [], [], 0, 'taken']
  reportDir = mkdtempSync(join(tmpdir(), 'krr-notify-'))
  server = createServer(async (request, response) => {
    const content = await contentOf(request)
    const { pathname: path, searchParams } = new URL(request.url ?? '', origin)
    const method = request.method ?? ''
    heard.push({ method, path, authorization: request.headers.authorization, content })
    const isRefused = labels === 'refused' && String(content['labels'] ?? '') !== ''
    const answer = answers.shift() ?? (isRefused ? 422 : 200)
    if (answer === 'hang up') return request.socket.destroy()
    response.writeHead(answer, { 'Content-Type': 'application/json' })
    const listed = method === 'GET' && answer === 200 ? issuesFor(searchParams) : undefined
    if (answer === 200) change(method, path, content)
    return response.end(JSON.stringify(listed ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(async () => {
  rmSync(reportDir, { recursive: true, force: true })
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const contentOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = ''
  for await (const part of request) text += String(part)
  return text === '' ? {} : JSON.parse(text)
}

/** As much of GitHub's issues as is asked for. */
const issuesFor = (query: URLSearchParams): readonly Issue[] => {
  const [wanted, page] = [query.get('labels'), Number(query.get('page') ?? 1)]
  return issues
    .filter(({ state }) => state === 'open')
    .filter((issue) => wanted === null || issue.labels.includes(wanted))
    .toReversed()
    .slice((page - 1) * 100, page * 100)
}

const change = (method: string, path: string, content: Record<string, unknown>): void => {
  if (method === 'POST' && path.endsWith('/issues')) {
    const own = labels === 'dropped' ? [] : (content['labels'] as string[])
    const { title, body } = content as Record<string, string>
    open({ title: title ?? '', body: body ?? '', labels: own, user: { type: 'Bot' } })
  }
  const issue = issues.find(({ number }) => path.endsWith(`/${number}`))
  if (method !== 'PATCH' || issue === undefined) return
  const { title, state } = content as Record<string, string>
  Object.assign(issue, { title, ...(state === undefined ? {} : { state }) })
}

const open = (issue: Partial<Issue>): void => {
  const ofAnybody = { title: 'x', body: 'x', labels: [], user: { type: 'User' } }
  issues.push({
    ...{ ...ofAnybody, number: issues.length + 1, state: 'open', author_association: 'NONE' },
    ...issue,
  })
}

const token = 'ghs-a-token-of-the-tests'

/** A night of this kind: its report is written, and then told. Gives the warnings. */
const night = async (kind: SampleKind, told: readonly Receiver[]): Promise<readonly string[]> => {
  day += 1
  const report = runOfDay(kind, day)
  await writeReport(report, reportDir)
  const warnings: string[] = []
  await notify(report, {
    receivers: told,
    settings: { reportDir, contact: undefined, httpsProxy: undefined, noProxy: undefined },
    variables: {
      GITHUB_TOKEN: token,
      GITHUB_REPOSITORY: 'team/service',
      GITHUB_API_URL: origin,
      CI_JOB_URL: 'https://gitlab.example/jobs/7',
    },
    onTrouble: (line) => warnings.push(line),
    pauseMs: 0,
  })
  return warnings
}

const parsed = (text: string): readonly Receiver[] => {
  const result = receivers.parse(text, undefined as never)
  return result.ok ? result.value : []
}

test('a webhook hears of a verdict that changed, and of nothing else', async () => {
  const told = parsed(`${origin}/hook`)
  const kinds = ['conformant', 'deviating', 'deviating', 'partial', 'conformant', 'conformant']
  for (const kind of kinds) expect(await night(kind as SampleKind, told)).toEqual([])
  expect(heard.map(({ content }) => [content['verdict'], content['before']])).toEqual([
    ['deviating', 'conformant'],
    ['conformant', 'deviating'],
  ])
  const [first] = heard
  expect(first?.content).toMatchObject({
    title: 'KRR environment test: deviating (was conformant)',
    environment: 'test',
    job: 'https://gitlab.example/jobs/7',
    command: expect.stringMatching(/^npm (run|test)/),
    lines: expect.arrayContaining([
      'So since the run of 2 Sep 2026, 02:00 UTC. Before, it was conformant in 1 run since 1 Sep 2026, 02:00 UTC.',
      expect.stringMatching(/^Fails now and did not before: KRR-/),
    ]),
    failures: expect.arrayContaining([
      expect.objectContaining({
        rule: expect.stringMatching(/^KRR-/),
        received: expect.any(String),
      }),
    ]),
  })
})

test('trouble is told with its likely cause', async () => {
  await night('inconclusive', parsed(`${origin}/hook`))
  expect(JSON.stringify(heard[0]?.content['lines'])).toContain('refused every connection')
})

test('Slack and Teams get their own forms, as text in which nothing is markup', async () => {
  const [slack, teams] = [`slack:${origin}/s`, `teams:${origin}/t`]
  expect(await night('deviating', parsed(`${slack} ${teams}`))).toEqual([])
  const of = (path: string) => heard.find((own) => own.path === path)?.content
  expect(of('/s')).toMatchObject({
    text: 'KRR environment test: deviating',
    blocks: expect.arrayContaining([
      { type: 'section', text: expect.objectContaining({ type: 'plain_text' }) },
    ]),
  })
  expect(of('/t')).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  })
  expect(JSON.stringify(of('/t'))).not.toContain('"TextBlock"')
})

test('an issue is opened at the first deviation, told each change, and closed where all is well again', async () => {
  const told = parsed('github')
  await night('inconclusive', told)
  expect(issues).toEqual([])
  await night('deviating', told)
  await night('deviating', told)
  expect(issues).toMatchObject([{ title: 'KRR environment test: deviating', state: 'open' }])
  await night('inconclusive', told)
  expect(issues).toMatchObject([{ title: 'KRR environment test: inconclusive', state: 'open' }])
  await night('conformant', told)
  expect(issues).toMatchObject([{ title: 'KRR environment test: conformant', state: 'closed' }])
  expect(heard.filter(({ path }) => path.endsWith('/comments'))).toHaveLength(2)
  expect(new Set(heard.map(({ authorization }) => authorization))).toEqual(
    new Set([`Bearer ${token}`]),
  )
  expect(JSON.stringify(heard.map(({ content }) => content))).not.toContain(token)
})

const ours = () =>
  issues.filter(({ title }) => title !== 'x').map(({ title, state }) => [title, state])

test.each(['dropped', 'refused'] as const)(
  'where a label is %s, the issue is known by what it begins with, behind a hundred others',
  async (way) => {
    labels = way
    const told = parsed('github')
    for (const kind of ['deviating', 'inconclusive', 'deviating'] as const) {
      expect(await night(kind, told)).toEqual([])
      for (let other = 0; other < 60; other += 1) open({})
    }
    expect(ours()).toEqual([['KRR environment test: deviating', 'open']])
    await night('conformant', told)
    expect(ours()).toEqual([['KRR environment test: conformant', 'closed']])
  },
)

test('an issue that a stranger opened with the same beginning is not taken for it', async () => {
  open({ body: '<!-- krr-conformance: test -->' })
  await night('deviating', parsed('github'))
  expect(ours()).toEqual([['KRR environment test: deviating', 'open']])
  expect(heard.some(({ method }) => method === 'PATCH')).toBe(false)
})

test('what a target says mentions nobody, and is no markup', () => {
  const report = runOfDay('inconclusive', 1)
  const trouble = ['the API says @team <!-- [x](https://evil.example) <img src=x> `@team`']
  const notice = noticeOf({ ...report, trouble }, [], undefined)
  const markdown = notice === undefined ? '' : noticeMarkdown(notice)
  expect(markdown).toContain('the API says @\u200bteam \\<\\!-- \\[x\\]')
  expect(markdown).not.toMatch(/@\w|(?<!\\)<[a-z!]/)
})

test('a receiver that is busy is asked once more', async () => {
  answers = ['hang up', 200]
  expect(await night('deviating', parsed(`${origin}/hook`))).toEqual([])
  expect(heard).toHaveLength(2)
})

test.each([
  [[500, 503], 'status 503', 2],
  [[404], 'status 404', 1],
  [['hang up', 'hang up'], 'no answer (UND_ERR_SOCKET)', 2],
] as const)('%j is a warning without the address', async (given, why, times) => {
  answers = [...given]
  expect(await night('deviating', parsed(`slack:${origin}/T00/a-secret`))).toEqual([
    `warning: slack was not told of the verdict of test: ${why}`,
  ])
  expect(heard).toHaveLength(times)
})

test.each([
  ['github', [{ kind: 'github' }]],
  ['https://hooks.slack.com/services/T/B/x', [{ kind: 'slack' }]],
  ['https://a.webhook.office.com/webhookb2/x, github', [{ kind: 'teams' }, { kind: 'github' }]],
  ['https://prod.logic.azure.com:443/workflows/x?sig=1', [{ kind: 'teams' }]],
  ['https://example.com/hook', [{ kind: 'json' }]],
  ['http://example.com/hook', []],
  ['https://a:b@example.com/hook', []],
  ['slack', []],
  ['github, gitlab', []],
])('KRR_NOTIFY=%s is read', (text, kinds) => {
  expect(parsed(text)).toMatchObject(kinds)
})
