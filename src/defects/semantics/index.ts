import type { Defect } from '../defect.ts'
import { addressOfTheExpiredIsNotFiltered } from './address-of-the-expired-is-not-filtered.ts'
import { addressOfTheReservedIsNotFiltered } from './address-of-the-reserved-is-not-filtered.ts'
import { deletedPersonCanBeNotified } from './deleted-person-can-be-notified.ts'
import { deletedPersonHasContactData } from './deleted-person-has-contact-data.ts'
import { digitalPostWithoutSertifikat } from './digital-post-without-sertifikat.ts'
import { epostadresseWithoutItsTime } from './epostadresse-without-its-time.ts'
import { expiredPersonCanBeNotified } from './expired-person-can-be-notified.ts'
import { mailboxOfTheExpiredIsNotFiltered } from './mailbox-of-the-expired-is-not-filtered.ts'
import { notifiablePersonHasTimesAlone } from './notifiable-person-has-times-alone.ts'
import { reservasjonOfTheUnregisteredIsUnknown } from './reservasjon-of-the-unregistered-is-unknown.ts'
import { reservasjonstidspunktWithoutReservasjon } from './reservasjonstidspunkt-without-reservasjon.ts'
import { reservedPersonCanBeNotified } from './reserved-person-can-be-notified.ts'
import { reservedWithoutReservasjonstidspunkt } from './reserved-without-reservasjonstidspunkt.ts'
import { sertifikatWithoutDigitalPost } from './sertifikat-without-digital-post.ts'
import { spraakHasARegionInTheJws } from './spraak-has-a-region-in-the-jws.ts'
import { spraakIsNo } from './spraak-is-no.ts'
import { spraakWithoutItsTime } from './spraak-without-its-time.ts'
import { statusIsInLowerCase } from './status-is-in-lower-case.ts'
import { timesOfTheExpiredAreNotFiltered } from './times-of-the-expired-are-not-filtered.ts'
import { unregisteredPersonCanBeNotified } from './unregistered-person-can-be-notified.ts'
import { unregisteredPersonHasASertifikat } from './unregistered-person-has-a-sertifikat.ts'
import { varslingsstatusHasAThirdCode } from './varslingsstatus-has-a-third-code.ts'

/** Codes and members that do not go together, most of them in people whom the usual test user is not. */
export const semanticsDefects = [
  reservasjonOfTheUnregisteredIsUnknown,
  statusIsInLowerCase,
  varslingsstatusHasAThirdCode,
  spraakHasARegionInTheJws,
  spraakIsNo,
  deletedPersonHasContactData,
  unregisteredPersonHasASertifikat,
  reservasjonstidspunktWithoutReservasjon,
  deletedPersonCanBeNotified,
  reservedPersonCanBeNotified,
  unregisteredPersonCanBeNotified,
  expiredPersonCanBeNotified,
  notifiablePersonHasTimesAlone,
  epostadresseWithoutItsTime,
  spraakWithoutItsTime,
  sertifikatWithoutDigitalPost,
  digitalPostWithoutSertifikat,
  mailboxOfTheExpiredIsNotFiltered,
  timesOfTheExpiredAreNotFiltered,
  addressOfTheReservedIsNotFiltered,
  reservedWithoutReservasjonstidspunkt,
  addressOfTheExpiredIsNotFiltered,
] as const satisfies readonly Defect[]
