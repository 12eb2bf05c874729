import { setTimeout as wait } from 'node:timers/promises'
import { isLoopback, type Receiver } from '../config/address.ts'
import type { RunSettings } from '../config/environment.ts'
import { parseJson } from '../evidence/exchange.ts'
import { isJsonObject, type JsonObject } from '../evidence/json.ts'
import type { Transport } from '../evidence/transport.ts'
import { openTransport } from '../evidence/undici-transport.ts'
import { recall } from '../report/history/history.ts'
import type { ConformanceReport } from '../report/model.ts'
import { type Notice, noticeMarkdown, noticeOf, noticeText, noticeTitle } from '../report/notice.ts'
import { userAgent } from '../run/version.ts'

type Variables = Readonly<Record<string, string | undefined>>

export interface NotifyOptions {
  readonly receivers: readonly Receiver[]
  readonly settings: Pick<RunSettings, 'reportDir' | 'contact' | 'httpsProxy' | 'noProxy'> &
    Partial<Pick<RunSettings, 'language'>>
  /** Those of the process: a CI tells in them where it is. */
  readonly variables: Variables
  /** Hears, in a line each, whom nothing could be told. */
  readonly onTrouble: (line: string) => void
  /** Between the first try and the second. */
  readonly pauseMs?: number
}

/**
 * Tells the receivers where the verdict of a full run is another one than that of the run before. Whoever cannot be
 * reached is a warning: the run has its verdict. Addresses of webhooks are secrets, and in no warning.
 */
export const notify = async (
  report: ConformanceReport,
  { receivers, settings, variables, onTrouble, pauseMs = 1_000 }: NotifyOptions,
): Promise<void> => {
  if (receivers.length === 0) return
  const { environment } = report.target
  const { entries } = await recall(settings.reportDir, environment).catch(() => ({ entries: [] }))
  const notice = noticeOf(report, entries, jobPage(variables), settings.language)
  if (notice === undefined) return
  const { transport, close } = openTransport({
    ca: undefined,
    httpsProxy: settings.httpsProxy,
    noProxy: settings.noProxy,
    userAgent: userAgent(settings.contact),
  })
  const telling = receivers.map(async (receiver) => {
    try {
      const ask = askerOf(transport, pauseMs)
      if (receiver.kind === 'github') await tellIssue(notice, ask, variables)
      else await post(ask, receiver.url, [], messages[receiver.kind](notice))
    } catch (error) {
      const why = error instanceof NotToldError ? error.message : `no answer (${codeOf(error)})`
      onTrouble(`warning: ${receiver.kind} was not told of the verdict of ${environment}: ${why}`)
    }
  })
  await Promise.all(telling)
  await close().catch(() => {})
}

/** What the receiver said, never with an address in it. */
class NotToldError extends Error {
  override readonly name = 'NotToldError'
  readonly code = 'NOT_TOLD'
}

/** A library's message may hold the address: only its code is told. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

type Ask = (
  method: string,
  url: string,
  fields: readonly (readonly [string, string])[],
  content?: JsonObject,
) => Promise<unknown>

/** One more try, where nothing came or the receiver is busy. What it refuses stays refused. */
const askerOf =
  (transport: Transport, pauseMs: number): Ask =>
  async (method, url, fields, content) => {
    const body = content === undefined ? undefined : Buffer.from(JSON.stringify(content))
    const type = body === undefined ? [] : ([['Content-Type', 'application/json']] as const)
    const request = { method, url, fields: [...fields, ...type], content: body }
    const once = async () => {
      const response = await transport(request)
      if (response.status >= 200 && response.status < 300) return response
      const isBusy = response.status === 429 || response.status >= 500
      const error = new NotToldError(`status ${response.status}`)
      throw isBusy ? Object.assign(error, { isBusy }) : error
    }
    const response = await once().catch(async (error: unknown) => {
      if (error instanceof NotToldError && !('isBusy' in error)) throw error
      await wait(pauseMs)
      return once()
    })
    return parseJson(new TextDecoder().decode(response.content))
  }

const post = (
  ask: Ask,
  url: string,
  fields: readonly (readonly [string, string])[],
  content: JsonObject,
) => ask('POST', url, fields, content)

/** The message of each kind of webhook. None of them has markup that a target's text could become. */
const messages: Readonly<
  Record<Exclude<Receiver['kind'], 'github'>, (notice: Notice) => JsonObject>
> = {
  json: (notice) => JSON.parse(JSON.stringify({ title: noticeTitle(notice), ...notice })),
  slack: (notice) => ({
    text: noticeTitle(notice).replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    blocks: [noticeTitle(notice), ...noticeText(notice)].map((text) => ({
      type: 'section',
      // A section takes 3000 characters.
      text: { type: 'plain_text', text: text.slice(0, 2_900), emoji: false },
    })),
  }),
  teams: (notice) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [noticeTitle(notice), ...noticeText(notice)].map((text, index) => ({
            // A TextBlock would read Markdown in it.
            type: 'RichTextBlock',
            inlines: [{ type: 'TextRun', text, ...(index === 0 ? { weight: 'bolder' } : {}) }],
          })),
        },
      },
    ],
  }),
}

const label = 'krr-conformance'

/** An issue for each environment: opened where it deviates, told each change, closed where it conforms again. */
const tellIssue = async (notice: Notice, ask: Ask, variables: Variables): Promise<void> => {
  const { url, fields } = repositoryOf(variables)
  const marker = `<!-- krr-conformance: ${notice.environment} -->`
  const list = (query: string) => ask('GET', `${url}/issues?state=open&${query}`, fields)
  const number = await openIssue(list, marker)
  const body = `${marker}\n${noticeMarkdown(notice)}`
  const title = noticeTitle({ ...notice, before: undefined })
  if (number === undefined) {
    if (!notice.isDeviating) return
    const open = (labels: readonly string[]) =>
      post(ask, `${url}/issues`, fields, { title, body, labels: [...labels] })
    await open([label]).catch((error: unknown) => {
      // The label alone may be what it does not take.
      if (error instanceof NotToldError && /^status (403|422)$/.test(error.message)) return open([])
      throw error
    })
    return
  }
  const issue = `${url}/issues/${number}`
  await post(ask, `${issue}/comments`, fields, { body: noticeMarkdown(notice) })
  const state = notice.isConformant ? { state: 'closed', state_reason: 'completed' } : {}
  await ask('PATCH', issue, fields, { title, ...state })
}

/** The newest 500 issues are looked through where the label finds none: a repository may refuse it, or drop it. */
const pagesWithoutLabel = 5

/** The number of the open issue whose body begins with the marker. */
const openIssue = async (
  list: (query: string) => Promise<unknown>,
  marker: string,
): Promise<number | undefined> => {
  const byLabel = issuesIn(await list(`labels=${label}&per_page=100`))
  const labelled = byLabel.find((issue) => isMarked(issue, marker))
  if (labelled !== undefined) return labelled.number
  for (let page = 1; page <= pagesWithoutLabel; page += 1) {
    const issues = issuesIn(await list(`sort=created&direction=desc&per_page=100&page=${page}`))
    const found = issues.find((issue) => isMarked(issue, marker) && isOfTheRepository(issue))
    if (found !== undefined) return found.number
    if (issues.length < 100) return undefined
  }
  return undefined
}

type Issue = JsonObject & { readonly number: number }

const issuesIn = (listed: unknown): readonly Issue[] =>
  (Array.isArray(listed) ? listed : []).filter(
    (issue): issue is Issue => isJsonObject(issue) && Number.isSafeInteger(issue['number']),
  )

const isMarked = ({ body }: Issue, marker: string): boolean =>
  typeof body === 'string' && body.startsWith(marker)

/** Anybody may open an issue with the marker in it, and nobody but the repository's own sets a label. */
const isOfTheRepository = ({ user, author_association: as }: Issue): boolean =>
  (isJsonObject(user) && user['type'] === 'Bot') ||
  (typeof as === 'string' && ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(as))

/** The token goes to GitHub's own address, or that of the enterprise server that the job was told. */
const repositoryOf = ({ GITHUB_TOKEN, GITHUB_REPOSITORY = '', GITHUB_API_URL }: Variables) => {
  const api = GITHUB_API_URL || 'https://api.github.com'
  if (!GITHUB_TOKEN) throw new NotToldError('GITHUB_TOKEN is not set (permissions: issues: write)')
  if (!/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY))
    throw new NotToldError('GITHUB_REPOSITORY must be owner/name')
  if (!URL.canParse(api) || !(api.startsWith('https://') || isLoopback(api)))
    throw new NotToldError('GITHUB_API_URL must be an https URL')
  return {
    url: `${api.replace(/\/$/, '')}/repos/${GITHUB_REPOSITORY}`,
    fields: [
      ['Authorization', `Bearer ${GITHUB_TOKEN}`],
      ['Accept', 'application/vnd.github+json'],
      ['X-GitHub-Api-Version', '2022-11-28'],
    ] as const,
  }
}

/** The page of the job, as GitHub, GitLab and Jenkins name it; undefined where it is no address of the web. */
const jobPage = (variables: Variables): string | undefined => {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, BUILD_URL } = variables
  const ofGithub = GITHUB_RUN_ID
    ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
    : undefined
  const page = ofGithub ?? CI_JOB_URL ?? BUILD_URL
  return page !== undefined && /^https?:\/\/[\w.:/%~?=&+-]+$/.test(page) ? page : undefined
}
