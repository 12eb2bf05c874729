import { type Line, ok, warning } from '../line.ts'

/** The published OpenAPI document beside the snapshot under specs/. */
export interface DocumentReading {
  readonly key: string
  readonly outcome:
    | { readonly kind: 'none'; readonly reason: string }
    | { readonly kind: 'unreadable'; readonly path: string }
    | {
        readonly kind: 'compared'
        readonly path: string
        readonly broken: readonly string[]
        readonly otherwise: number
      }
}

/** Whether the document is found and keeps what the snapshot promises. What it is worth the run judges. */
export const documentIsPublished = ({ key, outcome }: DocumentReading): Line => {
  switch (outcome.kind) {
    case 'none':
      return warning(
        key,
        `no OpenAPI document is found: ${outcome.reason}`,
        `set ${key} where it is published; without it the KRR-SPEC rules are not applicable`,
      )
    case 'unreadable':
      return warning(key, `${outcome.path} is neither JSON nor YAML`, `set ${key} to the document`)
    case 'compared': {
      const { path, broken, otherwise } = outcome
      const [first] = broken
      if (first === undefined) {
        const beyond = otherwise === 0 ? '' : `, and says ${otherwise} things more`
        return ok(key, `${path} keeps what the snapshot promises${beyond}`)
      }
      return warning(
        key,
        `${path} breaks ${broken.length} promises of the snapshot, the first: ${first}`,
        'npm run krr -- spec pull --dry-run shows all; the run judges them (KRR-SPEC-003)',
      )
    }
    default:
      return outcome satisfies never
  }
}
