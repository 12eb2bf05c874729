/** Our options by the name that npm keeps one under where `--` was forgotten: `--no-write` becomes `write` without a value. */
const kept = {
  env: '--env',
  t: '-t',
  testnamepattern: '--testNamePattern',
  write: '--no-write',
  format: '--format',
  events: '--events',
  notify: '--notify',
  confirm_national_register: '--confirm-national-register',
} as const

const flags: ReadonlySet<string> = new Set(['--no-write', '--confirm-national-register'])

/**
 * A sentence where npm has taken options for its own configuration and passed none of them on: a run without them
 * would write where it must not, or judge another environment.
 */
export const optionsKeptByNpm = (
  variables: Readonly<Record<string, string | undefined>>,
): readonly string[] => {
  const found = Object.entries(kept).flatMap(([name, option]) => {
    const value = variables[`npm_config_${name}`]
    if (value === undefined) return []
    return [flags.has(option) || value === '' || value === 'true' ? option : `${option} ${value}`]
  })
  if (found.length === 0) return []
  const event = variables['npm_lifecycle_event']
  const options = found.join(' ')
  if (event === 'npx')
    return [
      `npx kept ${options} for itself, so that the run would not know of it; write the options last: npx krr-conformance test ${options}`,
    ]
  const command = event === undefined || event === 'test' ? 'npm test' : `npm run ${event}`
  return [
    `npm kept ${options} for itself, so that the run would not know of it; write ${command} -- ${options} (in PowerShell ${command} '--' ${options})`,
  ]
}
