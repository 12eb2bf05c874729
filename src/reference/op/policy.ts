import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js'
import { lifetimes, type OpContext } from './context.ts'
import { isLevel, reaches, requiredLevel } from './levels.ts'

/**
 * When the person has to log in: besides what OpenID Connect says, where the session's level does
 * not reach `acr_values`, and where the session is older than its absolute lifetime.
 */
export const interactionPolicy = () => {
  const policy = base()
  const login = policy.get('login')
  login?.checks.add(
    new Check('acr', 'the level of the session is too low', 'login_required', levelTooLow),
  )
  login?.checks.add(
    new Check('session_age', 'the session is too old', 'login_required', sessionTooOld),
  )
  return policy
}

const levelTooLow = ({ oidc }: OpContext): boolean => {
  const { session } = oidc
  if (session?.accountId === undefined) return false
  const required = requiredLevel(oidc.params?.['acr_values'])
  return !isLevel(session.acr) || !reaches(session.acr, required)
}

const sessionTooOld = ({ oidc }: OpContext): boolean =>
  oidc.session?.accountId !== undefined &&
  oidc.result?.login === undefined &&
  oidc.session.past(lifetimes.session)
