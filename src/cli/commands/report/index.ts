import type { ListedCommand } from '../../command.ts'

/** Every command of `krr report`, in the order of its help. */
export const reportCommands: readonly ListedCommand[] = [
  {
    name: 'diff',
    summary: 'tells what differs between two runs',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    name: 'verify',
    summary: 'finds any byte that was changed since a run wrote its report',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'prune',
    summary: 'deletes all but the newest runs',
    load: async () => (await import('./prune.ts')).pruneCommand,
  },
]
