import { randomUUID } from 'node:crypto'
import { access, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import schema from '../report.schema.json' with { type: 'json' }
import type { Language } from '../words/language.ts'
import { writeOverview } from '../writers/html/overview.ts'
import { recall } from './history.ts'

/** So many runs that nobody remembered are read at the end of a run; `krr report index` reads all. */
const readAtMost = 10

/**
 * Writes `index.html`, the page of all environments, from what is remembered of their runs. Gives its path, or
 * undefined where there is nothing to show.
 */
export const writeIndex = async (
  reportDir: string,
  options: {
    readonly readAll?: boolean
    readonly language?: Language
    /** Hears what was passed over because it is no run. */
    readonly onPassedOver?: (line: string) => void
  } = {},
): Promise<string | undefined> => {
  const entries = await readdir(reportDir, { withFileTypes: true }).catch(() => [])
  const isName = new RegExp(schema.properties.target.properties.environment.pattern)
  const names = entries.filter((entry) => entry.isDirectory() && isName.test(entry.name))
  const histories = await Promise.all(
    names.map(async ({ name }) => {
      const isThere = await access(join(reportDir, name, 'report.json')).then(
        () => true,
        () => false,
      )
      return isThere
        ? recall(reportDir, name, options.readAll === true ? undefined : readAtMost)
        : undefined
    }),
  )
  const known = histories.filter((own) => own !== undefined && own.entries.length > 0)
  for (const line of histories.flatMap((own) => own?.passedOver ?? [])) options.onPassedOver?.(line)
  if (known.length === 0) return undefined
  const path = join(reportDir, 'index.html')
  const unfinished = join(reportDir, `.unfinished-${randomUUID()}`)
  try {
    await writeFile(
      unfinished,
      writeOverview(
        known.filter((own) => own !== undefined),
        options.language,
      ),
    )
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
  return path
}
