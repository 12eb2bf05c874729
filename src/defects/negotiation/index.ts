import type { Defect } from '../defect.ts'
import { anyAcceptYieldsAPage } from './any-accept-yields-a-page.ts'
import { firstTypeNamedIsTaken } from './first-type-named-is-taken.ts'
import { gzipYieldsAPersonWithoutALanguage } from './gzip-yields-a-person-without-a-language.ts'
import { joseIsAnsweredWithJson } from './jose-is-answered-with-json.ts'
import { joseIsPreferredWhateverItsWeight } from './jose-is-preferred-whatever-its-weight.ts'
import { joseIsRefusedBesideTheWriteScope } from './jose-is-refused-beside-the-write-scope.ts'
import { jsonIsLabelledLatin1 } from './json-is-labelled-latin-1.ts'
import { jsonIsLabelledText } from './json-is-labelled-text.ts'
import { jsonIsRefusedToMailboxReaders } from './json-is-refused-to-mailbox-readers.ts'
import { jwsIsInTheJsonSerialization } from './jws-is-in-the-json-serialization.ts'
import { jwsIsLabelledJwtBesideTheWriteScope } from './jws-is-labelled-jwt-beside-the-write-scope.ts'
import { jwsIsLabelledText } from './jws-is-labelled-text.ts'
import { noAcceptIsNotAcceptable } from './no-accept-is-not-acceptable.ts'
import { twoTypesAreNotAcceptable } from './two-types-are-not-acceptable.ts'
import { uncompressedContentIsLabelledGzip } from './uncompressed-content-is-labelled-gzip.ts'
import { unofferedTypeIsABadRequest } from './unoffered-type-is-a-bad-request.ts'
import { unofferedTypeYieldsNothing } from './unoffered-type-yields-nothing.ts'
import { varyIsMissingWhereJsonMayBeStored } from './vary-is-missing-where-json-may-be-stored.ts'
import { varyNamesTheCodingAloneWhereAJwsMayBeStored } from './vary-names-the-coding-alone-where-a-jws-may-be-stored.ts'

/** Faults in which representation is chosen, and in how it is labelled. */
export const negotiationDefects = [
  jsonIsLabelledText,
  jsonIsLabelledLatin1,
  jsonIsRefusedToMailboxReaders,
  joseIsAnsweredWithJson,
  joseIsRefusedBesideTheWriteScope,
  jwsIsInTheJsonSerialization,
  noAcceptIsNotAcceptable,
  anyAcceptYieldsAPage,
  firstTypeNamedIsTaken,
  joseIsPreferredWhateverItsWeight,
  twoTypesAreNotAcceptable,
  unofferedTypeIsABadRequest,
  unofferedTypeYieldsNothing,
  varyIsMissingWhereJsonMayBeStored,
  varyNamesTheCodingAloneWhereAJwsMayBeStored,
  gzipYieldsAPersonWithoutALanguage,
  uncompressedContentIsLabelledGzip,
  jwsIsLabelledText,
  jwsIsLabelledJwtBesideTheWriteScope,
] as const satisfies readonly Defect[]
