import { type Line, ok, problem, warning } from '../line.ts'

/** What a request without a token was answered with, or why it was not. */
export interface ResourceReading {
  readonly key: string
  readonly outcome: { readonly status: number; readonly location?: string | undefined } | string
}

/** Whether the person resource is there: without a token it refuses. */
export const personResourceIsThere = ({ key, outcome }: ResourceReading): Line => {
  if (typeof outcome === 'string')
    return problem(key, outcome, 'look at the address, the network and HTTPS_PROXY')
  const { status, location } = outcome
  const asked = `asked without a token it answers ${status}`
  if (status === 401 || status === 403) return ok(key, asked)
  if (status === 404)
    return problem(key, asked, "correct the path: it is the person resource's whole URL")
  if (location !== undefined) {
    return problem(
      key,
      `${asked}, redirected to ${location}`,
      'set the address that it leads to, if that is KRR: a run follows no redirect',
    )
  }
  return warning(
    key,
    `${asked} in place of 401`,
    'look whether it is the person resource; a run judges this',
  )
}
