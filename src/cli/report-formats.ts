import { ConfigurationError } from '../config/configuration-error.ts'
import { type FormatName, formatNames } from '../report/writers/index.ts'

/**
 * The forms that `--format` names, comma-separated.
 * @throws ConfigurationError where one of them is none
 */
export const formatsNamed = (text: string | undefined): readonly FormatName[] => {
  const names = (text ?? '').split(',').map((name) => name.trim())
  if (text?.trim() === '')
    throw new ConfigurationError([
      `--format must be of ${formatNames.join(', ')}, separated by commas, but is empty`,
    ])
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const format = formatNames.find((own) => own === name)
      if (format !== undefined) return format
      throw new ConfigurationError([
        `--format must be of ${formatNames.join(', ')}, separated by commas, but has "${name}"`,
      ])
    })
}
