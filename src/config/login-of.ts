import type { ConfiguredEnvironment } from './configured-environment.ts'
import { draftOf } from './draft.ts'
import type { Environment } from './environment.ts'

/** How people log in to an environment that can be used, whether it has started or not. */
export const loginOf = (
  configured: Exclude<ConfiguredEnvironment, { kind: 'unusable' }>,
): Environment['login'] | undefined =>
  configured.kind === 'ready'
    ? configured.environment.login
    : draftOf(configured.overrides.layers).values.LOGIN

/** Whether forms of ID-porten's are filled in with a browser. */
export const logsInByForms = (configured: ConfiguredEnvironment): boolean => {
  if (configured.kind === 'unusable') return false
  const login = loginOf(configured)
  return login === 'testid' || login === 'minid'
}
