import type { Defect } from './defect.ts'
import { identityDefects } from './identity/index.ts'
import { openIdProviderDefects } from './openid-provider/index.ts'
import { publishedDocumentDefects } from './published-document/index.ts'
import { schemaDefects } from './schema/index.ts'
import { semanticsDefects } from './semantics/index.ts'
import { timestampDefects } from './timestamps/index.ts'

/** Every defect, by family. */
export const defects: readonly Defect[] = [
  ...publishedDocumentDefects,
  ...openIdProviderDefects,
  ...schemaDefects,
  ...semanticsDefects,
  ...identityDefects,
  ...timestampDefects,
]
