import type { DefectAt } from '../defect.ts'

/** As text files end. A verifier that splits at the dots takes it into the signature. */
export const lineEndFollowsTheJws: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-LINE-END-FOLLOWS-THE-JWS',
  title: 'a line end stands behind the JWS',
  family: 'JWS structure',
  seam: 'jwsCompact',
  violates: ['KRR-JWS-001'],
  inject: (compact) => `${compact}\n`,
}
