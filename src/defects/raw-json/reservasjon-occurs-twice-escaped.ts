import type { DefectAt } from '../defect.ts'
import { withFirstMember } from './with-first-member.ts'

/** Names are compared unescaped (RFC 8259, 8.3): one parser reads JA here and another NEI. */
export const reservasjonOccursTwiceEscaped: DefectAt<'jsonContent'> = {
  id: 'DEF-BODY-RESERVASJON-OCCURS-TWICE-ESCAPED',
  title: 'reservasjon occurs twice in application/jose, once with an escaped letter',
  family: 'raw JSON',
  seam: 'jsonContent',
  violates: ['KRR-BODY-023'],
  inject: (json, { representation }) =>
    representation === 'application/jose'
      ? withFirstMember(json, '"reservasj\\u006fn":"JA"')
      : json,
}
