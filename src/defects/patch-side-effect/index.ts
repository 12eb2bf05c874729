import type { Defect } from '../defect.ts'
import { changeLosesWhatTheTokenCannotSee } from './change-loses-what-the-token-cannot-see.ts'
import { changeRenewsTheReservation } from './change-renews-the-reservation.ts'
import { epostadresseIsTakenOver } from './epostadresse-is-taken-over.ts'
import { mobileNumberIsLostWithOtherMembers } from './mobile-number-is-lost-with-other-members.ts'
import { refusedDocumentRenewsTheReservation } from './refused-document-renews-the-reservation.ts'
import { reservasjonIsTakenOver } from './reservasjon-is-taken-over.ts'
import { statusIsTakenOver } from './status-is-taken-over.ts'

/** Changes to what is no language. */
export const patchSideEffectDefects = [
  changeLosesWhatTheTokenCannotSee,
  changeRenewsTheReservation,
  epostadresseIsTakenOver,
  refusedDocumentRenewsTheReservation,
  reservasjonIsTakenOver,
  statusIsTakenOver,
  mobileNumberIsLostWithOtherMembers,
] as const satisfies readonly Defect[]
