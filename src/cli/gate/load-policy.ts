import { readFile } from 'node:fs/promises'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { fileTrouble } from '../../config/disk.ts'
import { type GatePolicy, strictPolicy } from '../../gate/policy/policy.ts'
import { readPolicy } from '../../gate/policy/read-policy.ts'

const usual = 'gate.policy.yaml'

/**
 * The policy of the file that was named, or of `gate.policy.yaml` where it is; without either the strict one.
 * @throws ConfigurationError
 */
export const loadPolicy = async (named: string | undefined): Promise<GatePolicy> => {
  try {
    return readPolicy(await readFile(named ?? usual, 'utf8'), named ?? usual)
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent && named === undefined) return strictPolicy
    throw new ConfigurationError(
      [`--policy must be a file that can be read, but ${named ?? usual}: ${fileTrouble(error)}`],
      { cause: error },
    )
  }
}
