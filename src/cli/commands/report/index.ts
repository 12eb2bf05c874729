import type { ListedCommand } from '../../command.ts'

/** Every command of `krr report`, in the order of its help. */
export const reportCommands: readonly ListedCommand[] = [
  {
    name: 'prune',
    summary: 'deletes all but the newest runs',
    load: async () => (await import('./prune.ts')).pruneCommand,
  },
]
