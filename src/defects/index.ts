import type { Defect } from './defect.ts'
import { authenticationDefects } from './tables/authentication.ts'
import { blindCredentialsDefects } from './tables/blind-credentials.ts'
import { blindHttpDefects } from './tables/blind-http.ts'
import { blindOpenidProviderDefects } from './tables/blind-openid-provider.ts'
import { blindPatchDefects } from './tables/blind-patch.ts'
import { blindPersonDefects } from './tables/blind-person.ts'
import { blindRefusalsDefects } from './tables/blind-refusals.ts'
import { blindRepresentationsDefects } from './tables/blind-representations.ts'
import { cachingAndHeadersDefects } from './tables/caching-and-headers.ts'
import { endedTokensDefects } from './tables/ended-tokens.ts'
import { errorsDefects } from './tables/errors.ts'
import { httpGrammarDefects } from './tables/http-grammar.ts'
import { identityDefects } from './tables/identity.ts'
import { jsonAgainstJwsDefects } from './tables/json-against-jws.ts'
import { jwsKeysDefects } from './tables/jws-keys.ts'
import { jwsStructureDefects } from './tables/jws-structure.ts'
import { methodsDefects } from './tables/methods.ts'
import { missingScopesDefects } from './tables/missing-scopes.ts'
import { negotiationDefects } from './tables/negotiation.ts'
import { patchDocumentsDefects } from './tables/patch-documents.ts'
import { patchEffectDefects } from './tables/patch-effect.ts'
import { patchSideEffectDefects } from './tables/patch-side-effect.ts'
import { patchValidationDefects } from './tables/patch-validation.ts'
import { personCodesDefects } from './tables/person-codes.ts'
import { providerIdTokensDefects } from './tables/provider-id-tokens.ts'
import { providerMetadataDefects } from './tables/provider-metadata.ts'
import { providerTokensDefects } from './tables/provider-tokens.ts'
import { publishedDocumentDefects } from './tables/published-document.ts'
import { rawJsonDefects } from './tables/raw-json.ts'
import { schemaDefects } from './tables/schema.ts'
import { scopesDefects } from './tables/scopes.ts'
import { semanticsDefects } from './tables/semantics.ts'
import { timestampsDefects } from './tables/timestamps.ts'
import { tlsDefects } from './tables/tls.ts'
import { tokenClaimsDefects } from './tables/token-claims.ts'
import { tokenForgeryDefects } from './tables/token-forgery.ts'

/** Every defect, family by family. */
export const defects: readonly Defect[] = [
  ...publishedDocumentDefects,
  ...tlsDefects,
  ...providerMetadataDefects,
  ...providerTokensDefects,
  ...providerIdTokensDefects,
  ...authenticationDefects,
  ...endedTokensDefects,
  ...tokenForgeryDefects,
  ...tokenClaimsDefects,
  ...scopesDefects,
  ...missingScopesDefects,
  ...schemaDefects,
  ...personCodesDefects,
  ...semanticsDefects,
  ...identityDefects,
  ...timestampsDefects,
  ...rawJsonDefects,
  ...negotiationDefects,
  ...methodsDefects,
  ...httpGrammarDefects,
  ...cachingAndHeadersDefects,
  ...jwsStructureDefects,
  ...jwsKeysDefects,
  ...jsonAgainstJwsDefects,
  ...patchEffectDefects,
  ...patchSideEffectDefects,
  ...patchValidationDefects,
  ...patchDocumentsDefects,
  ...errorsDefects,
  ...blindCredentialsDefects,
  ...blindHttpDefects,
  ...blindOpenidProviderDefects,
  ...blindPatchDefects,
  ...blindPersonDefects,
  ...blindRefusalsDefects,
  ...blindRepresentationsDefects,
]
