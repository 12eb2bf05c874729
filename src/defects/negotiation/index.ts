import type { Defect } from '../defect.ts'
import { anyAcceptYieldsAPage } from './any-accept-yields-a-page.ts'
import { joseIsAnsweredWithJson } from './jose-is-answered-with-json.ts'
import { joseIsRefusedBesideTheWriteScope } from './jose-is-refused-beside-the-write-scope.ts'
import { jsonIsLabelledLatin1 } from './json-is-labelled-latin-1.ts'
import { jsonIsLabelledText } from './json-is-labelled-text.ts'
import { jsonIsRefusedToMailboxReaders } from './json-is-refused-to-mailbox-readers.ts'
import { jwsIsInTheJsonSerialization } from './jws-is-in-the-json-serialization.ts'
import { noAcceptIsNotAcceptable } from './no-accept-is-not-acceptable.ts'

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
] as const satisfies readonly Defect[]
