import { join } from 'node:path'
import { test } from 'vitest'
import { krr } from './krr-process.fixture.ts'
import { startOwnEnvironment } from './own-environment.fixture.ts'
import { openWorkspace } from './workspace.fixture.ts'
test('try', { timeout: 100_000 }, async () => {
  const workspace = openWorkspace()
  const mine = await startOwnEnvironment({ workspace })
  const o = (f = {}) => workspace.in({ KRR_ENV: 'mine', ...mine.settings(), ...f })
  console.log(await krr(['test', '-t', 'KRR-JWS-003'], o()))
  console.log(JSON.stringify(workspace.report('mine/partial').rules.filter(r => r.verdict !== 'not-exercised'), null, 1).slice(0, 3000))
  workspace.write('broken-state/journal', 'a file where a folder belongs')
  console.log(await krr(['test', '-t', 'PATCH'], o({KRR_STATE_DIR: join(workspace.folder, 'broken-state')})))
  console.log([...workspace.files().keys()])
    mine.seed({
      patchDecision: (decision) =>
        decision.kind === 'accepted' && decision.spraak === 'nb'
          ? { kind: 'refused', status: 400, description: 'not this one' }
          : decision,
    })
  console.log(await krr(['test', '-t', 'KRR-PATCH-001'], o()), mine.unsafe, workspace.journal('mine'))
  const r = workspace.report('mine/partial')
  console.log(JSON.stringify([r.register, r.trouble, r.rules.filter(r => r.verdict !== 'not-exercised')], null, 1).slice(0, 3000))
  await mine.reference.stop()
  workspace.remove()
})
