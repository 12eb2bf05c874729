import { mailboxScope } from '../../reference/api/scopes.ts'
import type { JwsSigner } from '../../reference/pki/signer.ts'
import type { DefectAt } from '../defect.ts'
import { memoryOf } from '../memory.ts'
import { hasJust } from './same-scopes.ts'

const signers = memoryOf(() => new Map<'second', Promise<JwsSigner>>())

export const blindSecondKey: DefectAt<'jwsSigner'> = {
  id: 'DEF-JWS-BLIND-SECOND-KEY',
  title: 'what digitalpost.read alone yields is signed by another key than all else',
  family: 'written blind',
  violates: ['KRR-JWS-011'],
  seam: 'jwsSigner',
  inject: (signer, { scopes, people, pki }) => {
    if (!hasJust(scopes, mailboxScope)) return signer
    const made = signers(people)
    const second = made.get('second') ?? pki.issueSigner({ modulusLength: 2048 })
    made.set('second', second)
    return second
  },
}
