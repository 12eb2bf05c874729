import type { Defect } from '../defect.ts'
import { contactHasAFurtherMemberInTheJws } from './contact-has-a-further-member-in-the-jws.ts'
import { epostadresseHas51Characters } from './epostadresse-has-51-characters.ts'
import { epostadresseHasNoAt } from './epostadresse-has-no-at.ts'
import { epostadresseIsAList } from './epostadresse-is-a-list.ts'
import { mailboxIsAStringInTheJws } from './mailbox-is-a-string-in-the-jws.ts'
import { mailboxWithoutItsSupplier } from './mailbox-without-its-supplier.ts'
import { missingNumberIsNull } from './missing-number-is-null.ts'
import { mobiltelefonnummerHas7Digits } from './mobiltelefonnummer-has-7-digits.ts'
import { mobiltelefonnummerHasLetters } from './mobiltelefonnummer-has-letters.ts'
import { mobiltelefonnummerIsANumber } from './mobiltelefonnummer-is-a-number.ts'
import { personHasAFurtherMember } from './person-has-a-further-member.ts'
import { sertifikatComesWithItsIssuer } from './sertifikat-comes-with-its-issuer.ts'
import { sertifikatHasExpired } from './sertifikat-has-expired.ts'
import { sertifikatIsAPublicKey } from './sertifikat-is-a-public-key.ts'
import { sertifikatIsCutInTheJws } from './sertifikat-is-cut-in-the-jws.ts'
import { sertifikatIsInPem } from './sertifikat-is-in-pem.ts'
import { supplierHasAWrongControlDigit } from './supplier-has-a-wrong-control-digit.ts'
import { supplierIsItsNameInTheJws } from './supplier-is-its-name-in-the-jws.ts'
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
  epostadresseHas51Characters,
  epostadresseHasNoAt,
  mobiltelefonnummerHasLetters,
  mobiltelefonnummerHas7Digits,
  sertifikatIsInPem,
  sertifikatHasExpired,
  supplierHasAWrongControlDigit,
  supplierIsItsNameInTheJws,
  personHasAFurtherMember,
  contactHasAFurtherMemberInTheJws,
] as const satisfies readonly Defect[]
