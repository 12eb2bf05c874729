import type { Command } from '../command.ts'
import { benchCommand } from './bench.ts'
import { checkCommand } from './check.ts'
import { defectsCommand } from './defects.ts'
import { restoreCommand } from './restore.ts'
import { rulesCommand } from './rules.ts'
import { sandboxCommand } from './sandbox.ts'
import { specCommand } from './spec.ts'
import { testCommand } from './test.ts'
import { tokenCommand } from './token.ts'

/** Every command of `krr`, in the order of its help. */
export const commands: readonly Command[] = [
  testCommand,
  tokenCommand,
  rulesCommand,
  checkCommand,
  defectsCommand,
  specCommand,
  sandboxCommand,
  restoreCommand,
  benchCommand,
]
