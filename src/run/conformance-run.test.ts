import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigurationError } from '../config/configuration-error.ts'
import { EvidenceUnavailableError } from '../evidence/transport.ts'
import { settings } from '../login/session.fixture.ts'
import { environmentAt } from '../oidc/op.fixture.ts'
import { startConformanceRun } from './conformance-run.ts'

test('an environment that does not start is named with why, and the others begin and have a report', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'krr-run-'))
  const stopped: string[] = []
  const run = startConformanceRun({
    settings: { ...settings, stateDir },
    isFull: false,
    starting: [
      {
        name: 'misconfigured',
        started: Promise.reject(new ConfigurationError(['KRR_A must be b', 'KRR_C must be d'])),
      },
      { name: 'broken', started: Promise.reject(new TypeError('a bug')) },
      { name: 'away', started: Promise.reject(new EvidenceUnavailableError('no browser starts')) },
      {
        name: 'mine',
        started: Promise.resolve({
          environment: environmentAt('http://localhost:1'),
          stop: async () => void stopped.push('mine'),
        }),
      },
    ],
  })
  try {
    expect((await run.targets()).map(({ environment }) => environment.name)).toEqual(['mine'])
    const reports = await run.finish(new Map(), 'full')
    expect(reports).toMatchObject([{ target: { environment: 'mine' }, verdict: 'inconclusive' }])
    expect(run.failures).toEqual([
      {
        environment: 'misconfigured',
        problems: ['KRR_A must be b', 'KRR_C must be d'],
        exitCode: 2,
      },
      {
        environment: 'broken',
        problems: [
          expect.stringMatching(/^the harness broke: an error of the kind \w+ \(at .+\)$/),
        ],
        exitCode: 4,
      },
      { environment: 'away', problems: ['no browser starts'], exitCode: 3 },
    ])
  } finally {
    await run.close()
    rmSync(stateDir, { recursive: true, force: true })
  }
  expect(stopped).toEqual(['mine'])
})
