import { type Line, ok, problem } from '../line.ts'

const least = [20, 19] as const

/** Whether this Node runs the harness (`engines` of package.json). */
export const nodeVersion = (version: string): Line => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const suffices = major > least[0] || (major === least[0] && minor >= least[1])
  return suffices
    ? ok('node', version)
    : problem('node', `${version} is too old`, `install Node ${least.join('.')} or newer`)
}
