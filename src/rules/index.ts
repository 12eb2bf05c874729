import { authRules } from './auth/index.ts'
import { bodyRules } from './body/index.ts'
import { errRules } from './err/index.ts'
import { httpRules } from './http/index.ts'
import { jwsRules } from './jws/index.ts'
import { negRules } from './neg/index.ts'
import { opRules } from './op/index.ts'
import { patchRules } from './patch/index.ts'
import type { AnyRule } from './rule.ts'
import { scopeRules } from './scope/index.ts'
import { specRules } from './spec/index.ts'
import { tlsRules } from './tls/index.ts'

/** Every rule, in the order of a report. */
export const rules = [
  ...specRules,
  ...opRules,
  ...authRules,
  ...scopeRules,
  ...bodyRules,
  ...negRules,
  ...jwsRules,
  ...patchRules,
  ...errRules,
  ...httpRules,
  ...tlsRules,
] as const satisfies readonly AnyRule[]
