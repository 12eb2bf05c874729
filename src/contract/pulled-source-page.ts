import type { SnapshotSource } from './snapshot.ts'

/** SOURCE.md of a snapshot that was fetched: all of it is the publisher's, nothing is inferred. */
export const pulledSourcePage = (
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
