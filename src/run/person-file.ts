import { createHash } from 'node:crypto'
import type { Environment } from '../config/environment.ts'

/** One person of one environment; the number is unknown until somebody has logged in by hand. */
export type PersonOf = Pick<Environment, 'name' | 'pid'>

/**
 * The name of a file of the state directory about one person: `test.3f.json`. Two digits of a digest tell the test
 * users of an environment apart, and are shared by one number in 256: they confirm no guess of whose file it is.
 */
export const personFile = ({ name, pid }: PersonOf): string => {
  if (pid === undefined) return `${name}.json`
  const digest = createHash('sha256').update(`${name}\n${pid}`).digest('hex')
  return `${name}.${digest.slice(0, 2)}.json`
}

/** Whether a file is about a person of this environment, whoever it is. */
export const isOfEnvironment = (file: string, environment: string): boolean =>
  file.startsWith(`${environment}.`) &&
  /^(?:[\da-f]{2}\.)?json$/.test(file.slice(environment.length + 1))
