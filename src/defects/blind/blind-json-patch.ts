import { isJsonObject } from '../../reference/api/message.ts'
import type { DefectAt } from '../defect.ts'

/** RFC 6902 has a media type of its own; the framework takes any list for one. */
export const blindJsonPatch: DefectAt<'patchDecision'> = {
  id: 'DEF-PATCH-BLIND-JSON-PATCH',
  title: 'a list of operations (JSON Patch) as application/json is carried out',
  family: 'written blind',
  violates: ['KRR-PATCH-008'],
  seam: 'patchDecision',
  inject: (decision, { sent }) => {
    const [operation] = Array.isArray(sent) ? (sent as unknown[]) : []
    if (!isJsonObject(operation) || operation['path'] !== '/spraak') return decision
    const { op, value } = operation
    return (op === 'replace' || op === 'add') && typeof value === 'string'
      ? { kind: 'accepted', spraak: value }
      : decision
  },
}
