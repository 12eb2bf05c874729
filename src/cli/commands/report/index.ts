import type { ListedCommand } from '../../command.ts'

/** Every command of `krr report`, in the order of its help. */
export const reportCommands: readonly ListedCommand[] = [
  {
    name: 'open',
    summary: 'opens the latest report, or the page of all environments, in a browser',
    load: async () => (await import('./open.ts')).openCommand,
  },
  {
    name: 'serve',
    summary: 'serves the reports on this machine until Ctrl-C',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  {
    name: 'index',
    summary: 'writes index.html again from all runs that are there',
    load: async () => (await import('./index-page.ts')).indexCommand,
  },
  {
    name: 'diff',
    summary: 'tells what differs between two runs',
    load: async () => (await import('./diff.ts')).diffCommand,
  },
  {
    name: 'convert',
    summary: 'writes a report in another form',
    load: async () => (await import('./convert.ts')).convertCommand,
  },
  {
    name: 'merge',
    summary: 'puts the reports of several machines into one folder',
    load: async () => (await import('./merge.ts')).mergeCommand,
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
