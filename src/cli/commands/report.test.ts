import { describe, expect, test } from 'vitest'
import { ConfigurationError } from '../../config/configuration-error.ts'
import type { Terminal } from '../command.ts'
import { reportCommands } from './report/index.ts'
import { reportCommand } from './report.ts'

const silent: Terminal = { out: () => {}, err: () => {}, columns: 80, interactive: false }

describe('krr report', () => {
  test('its help lists every command, and the help of each names its options', async () => {
    for (const { name, summary } of reportCommands) {
      expect(reportCommand.help).toContain(`  ${name.padEnd(10)} ${summary}`)
      const own = await reportCommand.helpOf?.([name, '--help'])
      expect(own).toContain(`Usage: npm run krr -- report ${name}`)
      expect(own).toContain('-h, --help')
    }
    expect(await reportCommand.helpOf?.(['--help'])).toBe(reportCommand.help)
  })

  test.each([
    [[], 'but has none'],
    [['shred'], 'but has "shred"'],
    [['open', '--env', '../..'], '--env must be the name of an environment, but is "../.."'],
    [['serve', '--port', 'http'], '--port must be a number from 1 to 65535, but is "http"'],
    [['prune'], 'krr report prune takes --keep N'],
    [['prune', '--keep', 'all'], '--keep must be a number of runs, but is "all"'],
  ])('refuses %j', async (args, message) => {
    await expect(reportCommand.run(args, silent)).rejects.toThrow(ConfigurationError)
    await expect(reportCommand.run(args, silent)).rejects.toThrow(message)
  })
})
