import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBaseline } from '../../bench/baseline.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { createCatalogue } from './faults.ts'
import { startSandbox } from './start.ts'
import { requestField } from './switchboard.ts'

/** What a hand-written suite made of the faults of a sandbox. */
export interface BaselineFigures {
  readonly defects: number
  /** The defects that it saw. */
  readonly caught: readonly string[]
  readonly variants: number
  /** The conforming variants that it called wrong. */
  readonly falseAlarms: readonly string[]
  /** What a sandbox can be asked for from its start alone: it was not tried. */
  readonly leftOut: number
}

/**
 * Runs the hand-written suite of src/bench once for each fault that a sandbox shows at any time, one after the other in
 * one sandbox.
 */
export const compareBaseline = async (
  pattern: string,
  onProgress: (line: string) => void,
): Promise<BaselineFigures> => {
  const document = JSON.parse(
    readFileSync(join(projectFolder(), 'specs', 'krr-person.openapi.json'), 'utf8'),
  )
  const catalogue = createCatalogue()
  const asked = catalogue.listed.filter(
    ({ id }) => /^(DEF|VAR)-/.test(id) && id.includes(pattern.toUpperCase()),
  )
  const tried = asked.filter(({ fromTheStart }) => fromTheStart === undefined)
  const sandbox = await startSandbox()
  try {
    const { apiUrl, issuer, client, redirectUri, caPem, people } = sandbox.reference
    const target = {
      apiUrl,
      issuer,
      client,
      redirectUri,
      ca: caPem,
      pid: people.MAIN.pid,
      document,
    }
    const seen: string[] = []
    for (const id of [undefined, ...tried.map((fault) => fault.id)]) {
      const failed = await runBaseline({
        ...target,
        fields: id === undefined ? {} : { [requestField]: id },
      })
      await sandbox.reference.resetPeople()
      onProgress(`${id ?? 'UNMODIFIED'}  ${failed.join(', ') || 'nothing'}`)
      if (failed.length === 0) continue
      if (id === undefined) throw new Error(`the unmodified sandbox failed: ${failed.join(', ')}`)
      seen.push(id)
    }
    const ofKind = (ids: readonly string[], kind: string) => ids.filter((id) => id.startsWith(kind))
    const ids = tried.map(({ id }) => id)
    return {
      defects: ofKind(ids, 'DEF-').length,
      caught: ofKind(seen, 'DEF-'),
      variants: ofKind(ids, 'VAR-').length,
      falseAlarms: ofKind(seen, 'VAR-'),
      leftOut: asked.length - tried.length,
    }
  } finally {
    await sandbox.stop()
  }
}
