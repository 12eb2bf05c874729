import { fieldValue } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

export const blindQualityZero: DefectAt<'representation'> = {
  id: 'DEF-NEG-BLIND-QUALITY-ZERO',
  title: 'application/json;q=0 beside */* does not keep JSON out',
  family: 'written blind',
  violates: ['KRR-NEG-005'],
  seam: 'representation',
  inject: (representation, { request }) => {
    const ranges = (fieldValue(request, 'accept') ?? '').replaceAll(' ', '').split(',')
    const isExcluded = ranges.some((range) => /^application\/json;q=0(\.0*)?$/.test(range))
    return isExcluded && ranges.some((range) => range.startsWith('*/*'))
      ? 'application/json'
      : representation
  },
}
