import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyNameOf } from '../config/registry.ts'
import { projectFolder } from '../contract/project-folder.ts'
import { type ReferenceEnvironment, startReference } from '../reference/start.ts'
import { mainJob } from './main-job.ts'
import { type Measurement, measureInTurn, median } from './measure.ts'
import { withSection } from './page.ts'

export interface SideBySideOptions {
  readonly rounds: number
  readonly onProgress: (line: string) => void
}

/** As far away as somebody's own machine room, and as a slow network at night; in milliseconds for each response. */
const latencies = { quick: 50, slow: 250 } as const
const names = Object.keys(latencies) as readonly (keyof typeof latencies)[]

/**
 * Measures two environments in one call beside each of them alone, and keeps the figures in docs/benchmarks.md; gives
 * them as lines.
 */
export const runSideBySide = async ({
  rounds,
  onProgress,
}: SideBySideOptions): Promise<readonly string[]> => {
  const root = projectFolder()
  const folder = await mkdtemp(join(tmpdir(), 'krr-bench-'))
  const started = names.map((name) => startReference({ latencyMs: latencies[name] }))
  try {
    const settings = await Promise.all(
      started.map(async (reference, at) => settingsOf(names[at] ?? '', await reference, folder)),
    )
    const env = Object.assign({}, ...settings) as Readonly<Record<string, string>>
    const jobs = [...names, names.join(',')].map((environments) =>
      mainJob(root, {
        name: environments,
        environments,
        folder: join(folder, environments.replace(',', '-')),
        env,
      }),
    )
    const lines = figures(await measureInTurn(jobs, rounds, onProgress))
    const path = join(root, 'docs', 'benchmarks.md')
    await writeFile(path, withSection(await readFile(path, 'utf8'), section(lines, rounds)))
    return lines
  } finally {
    for (const reference of await Promise.allSettled(started))
      if (reference.status === 'fulfilled') await reference.value.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The reference environment as one of a user's own. */
const settingsOf = async (
  name: string,
  {
    apiUrl,
    issuer,
    specUrl,
    client,
    redirectUri,
    people,
    caPem,
    trustAnchorPem,
  }: ReferenceEnvironment,
  folder: string,
): Promise<Readonly<Record<string, string>>> => {
  const [ca, anchors] = [join(folder, `${name}-ca.pem`), join(folder, `${name}-anchors.pem`)]
  await Promise.all([writeFile(ca, caPem), writeFile(anchors, trustAnchorPem)])
  const values = {
    API_URL: apiUrl,
    ISSUER: issuer,
    SPEC_URL: specUrl,
    CLIENT_ID: client.id,
    CLIENT_SECRET: client.secret,
    REDIRECT_URI: redirectUri,
    PID: people.MAIN.pid,
    CA: ca,
    TRUST_ANCHORS: anchors,
    ALLOW_WRITE: 'true',
    MAX_REQUESTS_PER_SECOND: '1000',
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`KRR_${keyNameOf(name)}_${key}`, value]),
  )
}

const figures = (results: ReadonlyMap<string, readonly Measurement[]>): readonly string[] => {
  const seconds = (name: string): number =>
    median((results.get(name) ?? []).map(({ wallMs }) => wallMs)) / 1_000
  const [quick, slow, both] = [seconds('quick'), seconds('slow'), seconds(names.join(','))]
  const shown = (value: number): string => `${value.toFixed(2)} s`
  return [
    '| | median |',
    '|-|-|',
    `| quick, ${latencies.quick} ms added to every response, alone | ${shown(quick)} |`,
    `| slow, ${latencies.slow} ms added to every response, alone | ${shown(slow)} |`,
    `| both in one call | ${shown(both)} |`,
    '',
    `- Both to the slower one alone: ${(both / Math.max(quick, slow)).toFixed(2)}; to the sum of the two: ${(both / (quick + slow)).toFixed(2)}.`,
  ]
}

const section = (lines: readonly string[], rounds: number): string =>
  [
    '## Side by side',
    '',
    'Written by `npm run bench -- --side-by-side`: two reference environments, judged each alone and both in one call of',
    `\`npm test -- --env quick,slow\`; whole processes in turn as above, ${rounds} rounds. One test user logs in at each, in`,
    'the browser. Waiting is done side by side; the work of the processor adds up, and the servers share it.',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} cores; the load average was ${(loadavg()[0] ?? 0).toFixed(1)} when it ended.`,
    '',
    ...lines,
    '',
  ].join('\n')
