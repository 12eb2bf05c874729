import type { Defect } from './defect.ts'
import { openIdProviderDefects } from './openid-provider/index.ts'
import { publishedDocumentDefects } from './published-document/index.ts'

/** Every defect, by family. */
export const defects: readonly Defect[] = [...publishedDocumentDefects, ...openIdProviderDefects]
