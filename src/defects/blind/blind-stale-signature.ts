import type { DefectAt } from '../defect.ts'

export const blindStaleSignature: DefectAt<'jwsCompact'> = {
  id: 'DEF-JWS-BLIND-STALE-SIGNATURE',
  title: 'after a change of the language a JWS still has the signature of the one before',
  family: 'written blind',
  violates: ['KRR-JWS-003'],
  seam: 'jwsCompact',
  inject: (compact, { document, people, signer }) => {
    const { spraak } = people.MAIN.record ?? {}
    if (document['spraak'] === undefined || document['spraak'] === spraak) return compact
    const [header, payload] = compact.split('.')
    const before = Buffer.from(JSON.stringify({ ...document, spraak })).toString('base64url')
    const signature = Buffer.from(signer.sign(`${header}.${before}`)).toString('base64url')
    return `${header}.${payload}.${signature}`
  },
}
