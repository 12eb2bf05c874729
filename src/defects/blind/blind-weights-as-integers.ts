import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

const weightOf = (accept: string, type: string): number | undefined => {
  const range = accept.split(',').find((own) => own.trim().startsWith(type))
  if (range === undefined) return undefined
  const weight = /;\s*q=([\d.]+)/i.exec(range)?.[1] ?? '1'
  return weight.startsWith('1') ? Number.POSITIVE_INFINITY : Number(weight.split('.')[1] ?? 0)
}

export const blindWeightsAsIntegers: DefectAt<'representation'> = {
  id: 'DEF-NEG-BLIND-WEIGHTS-AS-INTEGERS',
  title: 'what stands after the point of a weight is taken for a whole number: 0.25 outweighs 0.5',
  family: 'written blind',
  violates: ['KRR-NEG-005'],
  seam: 'representation',
  inject: (representation, { request }) => {
    const accept = fieldValue(request, 'accept') ?? ''
    const json = weightOf(accept, 'application/json')
    const jose = weightOf(accept, 'application/jose')
    if (representation === undefined || json === undefined || jose === undefined) {
      return representation
    }
    if (json === jose) return representation
    return json > jose ? 'application/json' : 'application/jose'
  },
}
