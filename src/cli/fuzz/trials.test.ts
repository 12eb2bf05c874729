import { fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { createPeople } from '../../reference/people.ts'
import type { Overheard } from '../canaries/wiretap.ts'
import { type Bend, type Target, targets } from './bends.ts'
import { openTrials, shrunk, type Trials } from './fuzz.ts'
import { leaksOf, type Round } from './trial.ts'

describe('the search for leaks', () => {
  const target = { apiUrl: 'https://127.0.0.1:1000/person', issuer: 'http://localhost:1001' }
  const report = (text: string) => ({ target, rules: [{ reason: text }] }) as never
  const secret = 'the-secret-of-this-environment'
  const heardAt = (port: number, access_token: string): Overheard => ({
    port,
    method: 'POST',
    url: new URL('http://localhost/token'),
    headers: {},
    body: () => '',
    status: () => 200,
    responseHeaders: () => ({}),
    responseBody: () => Buffer.from(JSON.stringify({ access_token })),
  })
  const overheard = [heardAt(1001, secret), heardAt(2001, 'the-secret-of-another-one')]

  test.each([
    ['a token that went over its wire', `a ${secret} b`, /access_token, /],
    [
      'the same in base64',
      Buffer.from(`x${secret}`).toString('base64'),
      /access_token, base64(url)? at 1/,
    ],
    ['the person', createPeople(Date.now(), 'none').MAIN.pid, /pid of MAIN/],
    ['the person reversed', [...createPeople(0, 'none').MAIN.pid].reverse().join(''), /reversed/],
  ])('finds %s', (_, text, sighting) => {
    const found = leaksOf(report(text), overheard)
    expect(found.join()).toMatch(sighting)
    expect(found.join()).not.toContain(text)
  })

  test.each(['[pid, 11 characters]', 'none', 'the-secret-of-another-one'])(
    'finds nothing in "%s"',
    (text) => expect(leaksOf(report(text), overheard)).toEqual([]),
  )
})

/** Trials that fail where any answer has this status, by a function of the target alone. */
const failingAt = (status: number): Pick<Trials, 'tryAll'> & { count: number } => ({
  count: 0,
  async tryAll(round): Promise<Round> {
    this.count += round.length
    const fails = (target: Target) =>
      target.some((bend) => bend.at === 'response' && bend.status === status)
    return {
      faults: round.map((target) => (fails(target) ? [`status ${status}`] : [])),
      verdicts: round.map(() => 'inconclusive'),
      megabytes: 0,
    }
  },
})

describe('shrinking', { timeout: 60_000 }, () => {
  const seed = 5
  const sample = fc.sample(targets, { seed, numRuns: 400 })
  const fails = (bend: Bend | undefined) => bend?.at === 'response' && bend.status === 503
  const at = sample.findIndex(([first, last]) => !fails(first) && fails(last))

  test('a finding becomes the least that fails in the same way, and its path names that', async () => {
    const trials = failingAt(503)
    const [found, ...more] = await shrunk({ seed, path: String(at), trials, isShrunk: true })
    expect(more).toEqual([])
    expect(found?.faults).toEqual(['status 503'])
    expect(found?.targets).toEqual([
      [{ at: 'response', of: expect.any(String), status: 503, fields: [], text: [] }],
    ])
    // As --seed and --path run it again.
    const again = failingAt(503)
    const path = found?.again[1] ?? ''
    const [same] = await shrunk({ seed, path, trials: again, isShrunk: false })
    expect(same?.targets).toEqual(found?.targets)
    expect(again.count).toBe(1)
  })

  test('what does not fail alone is none', async () => {
    const trials = failingAt(999)
    expect(await shrunk({ seed, path: String(at), trials, isShrunk: true })).toEqual([])
    expect(trials.count).toBe(1)
  })
})

const folders: string[] = []
const closing: Trials[] = []
afterEach(() => {
  for (const trials of closing.splice(0)) trials.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Another process that answers with one fault for each target, unless the target says what becomes of it. */
const trialsBy = (seconds = 60) => {
  const folder = mkdtempSync(join(tmpdir(), 'krr-trials-'))
  folders.push(folder)
  const [program, log] = [join(folder, 'trials.mjs'), join(folder, 'log')]
  writeFileSync(log, '')
  writeFileSync(
    program,
    `import { appendFileSync } from 'node:fs'
     process.on('message', (round) => {
       const names = round.map(([{ at }]) => at)
       appendFileSync(${JSON.stringify(log)}, names.join('+') + '\\n')
       if (names.includes('ends')) process.exit(7)
       if (names.includes('hangs')) for (;;) {}
       if (names.length > 1 && names.includes('ends in company')) process.exit(7)
       const verdicts = names.map((name) => name === 'breaks' ? 'no report' : 'deviating')
       const megabytes = names.includes('fills memory') ? 5000 : 100
       process.send({ faults: names.map((name) => ['of ' + name]), verdicts, megabytes })
     })
     process.send('ready')`,
  )
  const start = () => fork(program, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const trials = openTrials(start, seconds)
  closing.push(trials)
  const round = (...names: string[]) => names.map((at) => [{ at }]) as unknown as Target[]
  return {
    try: (...names: string[]) => trials.tryAll(round(...names)),
    rounds: () => readFileSync(log, 'utf8').trim().split('\n'),
  }
}

describe('the process that makes the trials', { timeout: 60_000 }, () => {
  test('tries a round at once', async () => {
    const trials = trialsBy()
    const { faults } = await trials.try('a', 'b')
    expect(faults).toEqual([['of a'], ['of b']])
    expect(trials.rounds()).toEqual(['a+b'])
  })

  test.each([
    ['ends', 'the process ended, exit code 7'],
    ['breaks', 'of breaks'],
    ['fills memory', '5000 MB, more than 1400'],
  ])(
    'where it %s, each target is tried alone, and the one at fault is named',
    async (what, fault) => {
      const trials = trialsBy()
      const { faults } = await trials.try('a', what, 'b')
      expect(faults).toEqual([['of a'], [fault], ['of b']])
      expect(trials.rounds()).toEqual([`a+${what}+b`, 'a', what, 'b'])
    },
  )

  test('a round that fails as a whole only is told as such', async () => {
    const { faults, together } = await trialsBy().try('a', 'ends in company')
    expect(faults).toEqual([['of a'], ['of ends in company']])
    expect(together).toBe('together: the process ended, exit code 7')
  })

  test('that hangs is killed, and named', async () => {
    const { faults } = await trialsBy(1).try('hangs')
    expect(faults).toEqual([['no end within 1 s']])
  })
})
