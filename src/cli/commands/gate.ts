import { ConfigurationError } from '../../config/configuration-error.ts'
import type { Command } from '../command.ts'
import { decideCommand } from './gate/decide.ts'

/** What `krr gate` can do besides deciding; each is loaded only when it is run. */
const further: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./gate/verify.ts')).verifyCommand,
  history: async () => (await import('./gate/history.ts')).historyCommand,
  waive: async () => (await import('./gate/waive.ts')).waiveCommand,
}

/** The release gate: `krr gate`, a file for each of its commands in `gate/`. */
export const gateCommand: Command = {
  help: decideCommand.help,
  helpOf: async ([name = '']) =>
    (Object.hasOwn(further, name) ? await further[name]?.() : undefined)?.help ??
    decideCommand.help,
  async run(args, terminal) {
    const [name, ...rest] = args
    if (name === undefined || name.startsWith('-')) return decideCommand.run(args, terminal)
    const load = Object.hasOwn(further, name) ? further[name] : undefined
    if (load !== undefined) return (await load()).run(rest, terminal)
    throw new ConfigurationError([
      `krr gate takes --from and --to, or one of ${Object.keys(further).join(', ')}, but has "${name}"`,
    ])
  },
}
