import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Readings first, the one chain of writes after them, and last what may end a grant. */
const order = [
  'person.suite.ts',
  'provider.suite.ts',
  'published-document.suite.ts',
  'people.suite.ts',
  'authentication.suite.ts',
  'language.suite.ts',
  'code-misuse.suite.ts',
]

/** Runs the suite files in the order in which they may touch the register. */
export class SuiteOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = order.indexOf(basename(moduleId))
      if (at < 0) throw new UnorderedSuiteError(basename(moduleId))
      return at
    }
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}

/** A suite file has no place in the order: it could write while others read. */
class UnorderedSuiteError extends Error {
  override readonly name = 'UnorderedSuiteError'
  readonly code = 'UNORDERED_SUITE'

  constructor(file: string) {
    super(`${file} has no place in src/suites/order.ts`)
  }
}
