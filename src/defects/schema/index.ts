import type { Defect } from '../defect.ts'
import { epostadresseIsAList } from './epostadresse-is-a-list.ts'
import { mailboxIsAStringInTheJws } from './mailbox-is-a-string-in-the-jws.ts'
import { mailboxWithoutItsSupplier } from './mailbox-without-its-supplier.ts'
import { missingNumberIsNull } from './missing-number-is-null.ts'
import { mobiltelefonnummerIsANumber } from './mobiltelefonnummer-is-a-number.ts'
import { sertifikatComesWithItsIssuer } from './sertifikat-comes-with-its-issuer.ts'
import { sertifikatIsAPublicKey } from './sertifikat-is-a-public-key.ts'
import { sertifikatIsCutInTheJws } from './sertifikat-is-cut-in-the-jws.ts'
import { withheldContactIsNull } from './withheld-contact-is-null.ts'

/** Faults of one member, each by itself: its type, its form, its presence. */
export const schemaDefects = [
  epostadresseIsAList,
  mailboxIsAStringInTheJws,
  mailboxWithoutItsSupplier,
  mobiltelefonnummerIsANumber,
  sertifikatComesWithItsIssuer,
  sertifikatIsAPublicKey,
  sertifikatIsCutInTheJws,
  missingNumberIsNull,
  withheldContactIsNull,
] as const satisfies readonly Defect[]
