import { rules as catalogue } from '../../generated/rules.ts'
import type { AnyRule } from './rule.ts'

/** Every rule, in the order of a report: each file `src/rules/<area>/NNN-*.ts` is one. */
export const rules = catalogue satisfies readonly AnyRule[]
