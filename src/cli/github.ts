import { appendFile } from 'node:fs/promises'
import type { ConformanceReport } from '../report/model.ts'
import { ciCommand } from '../report/terminal-text.ts'
import { githubAnnotations } from '../report/writers/github.ts'
import { writeMarkdown } from '../report/writers/markdown.ts'
import type { Terminal } from './command.ts'

/** What GitHub Actions tells a step. */
type Variables = Readonly<Record<string, string | undefined>>

/** In GitHub Actions a report is annotated, and summed up on the page of the job. Elsewhere nothing is done. */
export const tellGithub = async (
  report: ConformanceReport,
  { out, err }: Pick<Terminal, 'out' | 'err'>,
  variables: Variables = process.env,
): Promise<void> => {
  if (variables['GITHUB_ACTIONS'] !== 'true') return
  for (const line of githubAnnotations(report)) out(ciCommand(line))
  const summary = variables['GITHUB_STEP_SUMMARY']
  if (summary === undefined || summary === '') return
  // The run has its verdict by now: a summary that cannot be written must not cost it.
  await appendFile(summary, `${writeMarkdown(report)}\n`).catch((error: unknown) => {
    err(`warning: the job summary could not be written: ${String(error)}`)
  })
}
