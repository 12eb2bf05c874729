import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { visibleJson } from '../../evidence/visible-text.ts'
import { type Signer, seal } from '../../report/seal/signer.ts'
import type { Language } from '../../report/words/language.ts'
import type { Decision } from '../decision.ts'
import { writeHistoryHtml } from '../writers/history-page.ts'
import { writeDecisionHtml } from '../writers/html.ts'
import { writeDecisionMarkdown } from '../writers/markdown.ts'
import { headPaths, writeHead } from './head.ts'
import {
  historyFolder,
  latestKept,
  manifestDigest,
  type VerifiedDecision,
  verifiedDecisions,
} from './history.ts'

/** Where a decision was written. */
export interface WrittenDecision {
  readonly decision: Decision
  /** `<reportDir>/gate/<from>-<to>.json`, and beside it `.md` and `.html`. */
  readonly path: string
  /** Its own sealed folder, for good. */
  readonly kept: string
  /** Of its manifest, hex: noted elsewhere it shows later that the decision was taken out. */
  readonly digest: string
}

/**
 * Writes the decision as the latest of its pair, keeps it for good in a folder that is sealed like a report, and notes
 * beside the history and in the state directory that it is the latest.
 */
export const writeDecision = async (
  made: Decision,
  {
    reportDir,
    stateDir,
    language,
  }: { readonly reportDir: string; readonly stateDir: string; readonly language?: Language },
  signer: Signer,
): Promise<WrittenDecision> => {
  const look = language === undefined ? {} : { language }
  const gate = join(reportDir, 'gate')
  const history = historyFolder(reportDir)
  const { decisions, digest: previous } = await latestKept(reportDir)
  const { thumbprint, signedBy } = signer
  const decision: Decision = {
    ...made,
    signedBy: { thumbprint, isConfigured: signedBy === 'configured key' },
    ...(previous === undefined ? {} : { previous }),
  }
  const files = [
    ['decision.json', `${visibleJson(decision, 2)}\n`],
    ['decision.md', writeDecisionMarkdown(decision)],
    ['decision.html', writeDecisionHtml(decision, { root: '../../../', ...look })],
  ] as const
  const name = `${decision.from.environment}-${decision.to.environment}`
  const sealable = {
    run: { id: decision.id, selection: 'full' },
    target: { environment: name },
    verdict: decision.override === undefined ? decision.answer : `${decision.answer}, overridden`,
  } as const
  const sealing = await seal(sealable, files, signer)
  const kept = join(history, decision.id)
  const unfinished = join(gate, `.unfinished-${randomUUID()}`)
  await mkdir(history, { recursive: true })
  await mkdir(unfinished)
  try {
    for (const [file, text] of [...files, ...sealing]) await writeFile(join(unfinished, file), text)
    // What is kept is never replaced: a folder that is there already makes this fail.
    await rename(unfinished, kept)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
  for (const [end, text] of [
    ['md', writeDecisionMarkdown(decision)],
    ['html', writeDecisionHtml(decision, { root: '../', ...look })],
    ['json', files[0][1]],
  ] as const) {
    await writeWhole(join(gate, `${name}.${end}`), text)
  }
  const digest = (await manifestDigest(kept)) ?? ''
  const head = { decisions: decisions + 1, last: decision.id, manifestSha256: digest }
  for (const path of headPaths(reportDir, stateDir)) await writeHead(path, head)
  await writeHistoryPage(reportDir, look)
  return { decision, path: join(gate, `${name}.json`), kept, digest }
}

/** Writes `gate/history.html`, the page of all decisions that were kept. Gives its path. */
export const writeHistoryPage = async (
  reportDir: string,
  look: { readonly language?: Language },
  decisions?: readonly VerifiedDecision[],
): Promise<string> => {
  const path = join(reportDir, 'gate', 'history.html')
  await writeWhole(path, writeHistoryHtml(decisions ?? (await verifiedDecisions(reportDir)), look))
  return path
}

const writeWhole = async (path: string, text: string): Promise<void> => {
  const unfinished = join(dirname(path), `.unfinished-${randomUUID()}`)
  await writeFile(unfinished, text)
  await rename(unfinished, path)
}
