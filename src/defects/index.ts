import { authenticationDefects } from './authentication/index.ts'
import { blindDefects } from './blind/index.ts'
import { headerDefects } from './caching-and-headers/index.ts'
import type { Defect } from './defect.ts'
import { errorDefects } from './errors/index.ts'
import { identityDefects } from './identity/index.ts'
import { jsonAgainstJwsDefects } from './json-against-jws/index.ts'
import { jwsKeysDefects } from './jws-keys/index.ts'
import { jwsStructureDefects } from './jws-structure/index.ts'
import { methodDefects } from './methods/index.ts'
import { negotiationDefects } from './negotiation/index.ts'
import { openIdProviderDefects } from './openid-provider/index.ts'
import { patchEffectDefects } from './patch-effect/index.ts'
import { patchSideEffectDefects } from './patch-side-effect/index.ts'
import { patchValidationDefects } from './patch-validation/index.ts'
import { publishedDocumentDefects } from './published-document/index.ts'
import { rawJsonDefects } from './raw-json/index.ts'
import { schemaDefects } from './schema/index.ts'
import { scopeDefects } from './scopes/index.ts'
import { semanticsDefects } from './semantics/index.ts'
import { timestampDefects } from './timestamps/index.ts'
import { tlsDefects } from './tls/index.ts'
import { tokenForgeryDefects } from './token-forgery/index.ts'

/** Every defect, by family. */
export const defects: readonly Defect[] = [
  ...publishedDocumentDefects,
  ...tlsDefects,
  ...openIdProviderDefects,
  ...authenticationDefects,
  ...tokenForgeryDefects,
  ...scopeDefects,
  ...schemaDefects,
  ...semanticsDefects,
  ...identityDefects,
  ...timestampDefects,
  ...rawJsonDefects,
  ...negotiationDefects,
  ...methodDefects,
  ...headerDefects,
  ...jwsStructureDefects,
  ...jwsKeysDefects,
  ...jsonAgainstJwsDefects,
  ...patchEffectDefects,
  ...patchSideEffectDefects,
  ...patchValidationDefects,
  ...errorDefects,
  ...blindDefects,
]
