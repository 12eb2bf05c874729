import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { accept } from '../../defects/acceptance.ts'
import { type Experiment, onReference, type Round } from '../../defects/experiment.ts'
import { runMatrix } from '../../defects/matrix.ts'
import { openFront } from '../../reference/front.fixture.ts'
import { redirectUri } from '../../reference/shared.ts'
import type { ConformanceReport } from '../../report/model.ts'

const client = { id: 'a-client-of-brief-tokens', secret: 'a-secret-of-the-tests-alone' }
const [lifetimeSeconds, standsStillMs] = [6, 7_500]

/** A server whose tokens live for a moment, behind a way that stands still once for longer than that. */
const start: Round = async (shared) => {
  const own = { clientId: client.id, secret: client.secret, redirectUris: [redirectUri] }
  const clients = [{ ...own, accessTokenLifetimeSeconds: lifetimeSeconds }]
  const server = await onReference(() => ({}), { clients })(shared)
  const { apiUrl, specUrl } = server.configured
  let standstill: Promise<void> | undefined
  const front = await openFront({
    port: Number(new URL(apiUrl).port),
    tls: { identity: shared.pki.tls, ca: shared.pki.caPem },
    handle: ({ request, pass }) => {
      if (request.headers.authorization?.startsWith('Bearer')) standstill ??= wait(standsStillMs)
      void (standstill ?? Promise.resolve()).then(() => pass())
    },
  })
  const at = (url: string) => Object.assign(new URL(url), { port: String(front.port) }).href
  return {
    ...server,
    configured: { ...server.configured, client, apiUrl: at(apiUrl), specUrl: at(specUrl) },
    stop: async () => {
      await front.close()
      await server.stop()
    },
  }
}

const experiment: Experiment = {
  id: 'BRIEF-TOKENS',
  kind: 'variant',
  group: 'tokens',
  title: 'tokens run out on the way',
  proves: [],
  rounds: [start],
  judge: (report, facts) => accept(experiment, [], report, facts),
}

test('tokens that ran out before they arrived are had anew, and every rule is judged', async () => {
  const reports: ConformanceReport[] = []
  const rows = await runMatrix({
    experiments: [experiment],
    onRow: (_, report) => void reports.push(report),
  })
  const [report] = reports
  const open = report?.rules.filter(({ verdict }) =>
    ['failed', 'errored', 'inconclusive', 'not-run'].includes(verdict),
  )
  expect(open?.map(({ id, reason }) => `${id} ${reason}`)).toEqual([])
  expect(rows).toMatchObject([{ outcome: 'accepted', verdict: 'conformant' }])
  const labels = report?.exchanges.map(({ label }) => label) ?? []
  const judged = new Set(
    report?.rules.flatMap(({ observations }) => observations.flatMap(({ evidence }) => evidence)),
  )
  const ranOut = report?.exchanges.filter(
    ({ id, label, response }) =>
      response.status === 401 &&
      !judged.has(id) &&
      labels.indexOf(label) !== labels.lastIndexOf(label),
  )
  expect(ranOut?.length).toBeGreaterThan(5)
}, 120_000)
