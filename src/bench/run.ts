import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../browser/find-browser.ts'
import { loadConfiguration } from '../config/load.ts'
import { writeSandboxFile } from '../config/sandbox-file.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { type ReferenceEnvironment, startReference } from '../reference/start.ts'
import { asConfigured } from '../run/started-reference.ts'
import { mainJob } from './main-job.ts'
import { type Job, measureInTurn } from './measure.ts'
import {
  benchmarkPage,
  benchmarkTable,
  jobNames,
  type MainJobFigures,
  withFirstPart,
} from './page.ts'

export interface BenchOptions {
  readonly rounds: number
  readonly onProgress: (line: string) => void
}

/** Measures everything and writes docs/benchmarks.md; gives the table. */
export const runBench = async ({
  rounds,
  onProgress,
}: BenchOptions): Promise<readonly string[]> => {
  const root = projectFolder()
  const folder = await mkdtemp(join(tmpdir(), 'krr-bench-'))
  const references: ReferenceEnvironment[] = []
  const start = async (latencyMs: number) => {
    const reference = await startReference({ latencyMs })
    references.push(reference)
    return reference
  }
  try {
    const slow = [await start(50), await start(100)] as const
    const jobs: readonly Job[] = [
      mainJob(root, {
        name: jobNames.main,
        environments: 'reference',
        folder: join(folder, 'main'),
      }),
      emptyVitest(root, folder),
      await bareLogin(root, await start(0)),
      ...slow.map((reference, index) => {
        const stateDir = join(folder, `state-${index}`)
        writeSandboxFile(stateDir, asConfigured(reference))
        const name = index === 0 ? jobNames.latency50 : jobNames.latency100
        return mainJob(root, { name, environments: 'sandbox', folder: stateDir })
      }),
    ]
    const results = await measureInTurn(jobs, rounds, onProgress)
    const table = benchmarkTable(results, await figuresOf(join(folder, 'main')))
    const path = join(root, 'docs', 'benchmarks.md')
    const page = await readFile(path, 'utf8')
    await writeFile(path, withFirstPart(page, benchmarkPage(table, rounds)))
    return table
  } finally {
    await Promise.all(references.map((reference) => reference.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}

const emptyVitest = (root: string, folder: string): Job => ({
  name: jobNames.emptyVitest,
  args: [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--root',
    folder,
    '--passWithNoTests',
    '--pool=threads',
  ],
})

const bareLogin = async (root: string, reference: ReferenceEnvironment): Promise<Job> => {
  const { settings } = loadConfiguration({ argv: { env: 'reference' } })
  const path = await findBrowser(settings, { onProgress: () => {} })
  const url = new URL('/authorize', reference.issuer)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: reference.client.id,
    redirect_uri: reference.redirectUri,
    scope: 'openid profile',
    state: 'a-state-that-nobody-checks',
    nonce: 'a-nonce-that-nobody-checks',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString()
  return {
    name: jobNames.bareLogin,
    args: [
      join(root, 'src', 'bench', 'bare-login.mjs'),
      path,
      url.href,
      reference.redirectUri,
      reference.people.MAIN.pid,
    ],
  }
}

const figuresOf = async (folder: string): Promise<MainJobFigures> => {
  const text = await readFile(join(folder, 'reports', 'reference', 'report.json'), 'utf8')
  const report = JSON.parse(text) as {
    readonly run: { readonly requests: number; readonly logins: number }
    readonly counts: { readonly judgements: number }
  }
  return { ...report.run, judgements: report.counts.judgements }
}
