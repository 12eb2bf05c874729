import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PublishedDocument } from '../evidence/published-document.ts'
import type { Send } from '../evidence/transport.ts'
import { type Change, changesBetween } from './changes.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { documentProblems } from './document-problems.ts'
import { generate } from './generate.ts'
import type { GeneratedFile } from './generated-file.ts'
import { projectFolder } from './project-folder.ts'
import { promisesOf } from './promises.ts'
import { findPublishedDocument, type Publisher } from './publish.ts'
import { personResource, personSchema, saysSomething } from './response-schema.ts'
import { loadSnapshot, type SnapshotSource, sha256Of } from './snapshot.ts'

/** SOURCE.md of a snapshot that was fetched: all of it is the publisher's, nothing is inferred. */
const pulledSourcePage = (
  { document, source, retrieved, sha256 }: SnapshotSource,
  environment: string,
): string => `# Where the snapshot comes from

\`${document}\` is what the environment \`${environment}\` publishes, byte for byte. \`source.json\` says the same for machines.

| | |
|-|-|
| kind | \`pulled\` |
| from | ${source} |
| retrieved | ${retrieved} |
| SHA-256 | \`${sha256}\` |

## How to replace it by a newer one

    npm run krr -- spec pull --env ${environment}

shows what changes for the person resource, replaces the document, \`source.json\` and this page, and regenerates
\`generated/\`. What the pages say beyond a schema stands apart, in \`tightening.json\`. Nothing here is edited by hand:
\`source.json\` has the SHA-256, and a snapshot that differs from it is refused.

## What else is here

- \`tightening.json\`: what the pages say beyond the published schema, each clause with its source.
- \`pages/\`: the sentences that rules quote (see \`pages/README.md\`).
`

/** What came of fetching an environment's document. */
export type PullResult =
  | { readonly outcome: 'none'; readonly reason: string }
  /** It cannot take the snapshot's place: each line says why. Nothing was written. */
  | { readonly outcome: 'unusable'; readonly problems: readonly string[] }
  | {
      readonly outcome: 'pulled'
      readonly dialect: Dialect
      readonly snapshot: SnapshotSource
      /** The same bytes as before: nothing was written. */
      readonly isSame: boolean
      readonly changes: readonly Change[]
      readonly generated: readonly GeneratedFile[]
    }

export interface PullOptions {
  /** Only says what would change. */
  readonly dryRun: boolean
  /** The time of the pull. */
  readonly now: Date
  readonly root?: string
  /**
   * A folder that takes the document, with `source.json`, in place of `specs/`: nothing is generated then, and the
   * snapshot that is judged by stays.
   */
  readonly into?: string | undefined
}

/**
 * Fetches the document that an environment publishes and puts it in the snapshot's place, byte for byte,
 * with `source.json`, SOURCE.md and `generated/` (or into a folder apart). What cannot be generated from is refused beforehand.
 * @throws EvidenceUnavailableError where the environment does not answer
 * @throws ContractError where the snapshot there is cannot be used
 */
export const pull = async (
  environment: Publisher & { readonly name: string },
  send: Send,
  { dryRun, now, root = projectFolder(), into }: PullOptions,
): Promise<PullResult> => {
  const published = await findPublishedDocument(environment, send)
  if (!published.found) return { outcome: 'none', reason: published.reason }
  const usable = usableDocument(published)
  if ('problems' in usable) return { outcome: 'unusable', problems: usable.problems }

  const { dialect, document } = usable
  const before = loadSnapshot(root)
  const bytes = published.exchange.response.content
  const snapshot: SnapshotSource = {
    document: `krr-person.${dialect === 'Swagger 2.0' ? 'swagger' : 'openapi'}.${formOf(bytes)}`,
    kind: 'pulled',
    source: withoutCredentials(published.exchange.request.url),
    retrieved: now.toISOString(),
    sha256: sha256Of(bytes),
  }
  const changes = changesBetween(
    promisesOf(before.published),
    promisesOf(document, environment.apiUrl),
  )
  const isSame = before.kind === 'pulled' && before.sha256 === snapshot.sha256
  if (dryRun || isSame) {
    return { outcome: 'pulled', dialect, snapshot, isSame, changes, generated: [] }
  }
  if (into !== undefined) {
    mkdirSync(into, { recursive: true })
    writeFileSync(join(into, snapshot.document), bytes)
    writeFileSync(join(into, 'source.json'), `${JSON.stringify(snapshot, null, 2)}\n`)
    return { outcome: 'pulled', dialect, snapshot, isSame, changes, generated: [] }
  }
  const specs = join(root, 'specs')
  if (before.document !== snapshot.document) rmSync(join(specs, before.document))
  writeFileSync(join(specs, snapshot.document), bytes)
  writeFileSync(join(specs, 'source.json'), `${JSON.stringify(snapshot, null, 2)}\n`)
  writeFileSync(join(specs, 'SOURCE.md'), pulledSourcePage(snapshot, environment.name))
  const generated = await generate({ check: false, root })
  return { outcome: 'pulled', dialect, snapshot, isSame, changes, generated }
}

const withoutCredentials = (address: string): string => {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}

const formOf = (bytes: Uint8Array): 'json' | 'yaml' => {
  try {
    JSON.parse(new TextDecoder().decode(bytes))
    return 'json'
  } catch {
    return 'yaml'
  }
}

const usableDocument = ({ document, apiUrl }: Extract<PublishedDocument, { found: true }>) => {
  if (document === undefined) return { problems: ['it is neither JSON nor YAML'] }
  const dialect = dialectOf(document)
  const problems = documentProblems(document).map(({ at, expected }) => `${at}: not ${expected}`)
  if (dialect === undefined || problems.length > 0) return { problems }
  if (personResource(document, apiUrl) === undefined) {
    return { problems: ['it does not describe the person resource'] }
  }
  // The snapshot is read without an environment's address at hand.
  const resource = personResource(document)
  if (resource === undefined) return { problems: ['its person resource is not at .../v1/person'] }
  const schema = personSchema(resource, 'application/json')
  return schema === undefined || !saysSomething(schema)
    ? { problems: ['it has no schema for a 200 of GET on the person resource'] }
    : { dialect, document }
}
