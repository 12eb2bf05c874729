import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigurationError } from '../../config/configuration-error.ts'
import { fileTrouble } from '../../config/disk.ts'
import { builtIn, canonicalName, keyNameOf } from '../../config/registry.ts'
import { projectFolder } from '../../contract/project-folder.ts'
import { exitCodes } from '../../report/exit-code.ts'
import { harnessVersion } from '../../run/version.ts'
import type { Command } from '../command.ts'

const help = `Usage: npm run krr -- init [--env NAME] [--github] [--gitlab] [--jenkins]

Writes into the folder that you are in: .env (readable by you alone) with the settings that an environment needs and
all others as comments, lines of .gitignore that keep .env, .krr/ and reports/ out of git, and a workflow that judges the
environment every night. Nothing that is there is overwritten. Nothing is asked of an environment.

Options
  --env NAME   the environment (default test)
  --github     .github/workflows/krr.yml
  --gitlab     krr.gitlab-ci.yml, for an include in .gitlab-ci.yml
  --jenkins    Jenkinsfile.krr
  -h, --help   this text`

/** Where each platform's workflow is made from, and goes to. */
const platforms = {
  github: { template: 'github.yml', file: '.github/workflows/krr.yml' },
  gitlab: { template: 'gitlab-ci.yml', file: 'krr.gitlab-ci.yml' },
  jenkins: { template: 'Jenkinsfile', file: 'Jenkinsfile.krr' },
} as const

/** A platform that has a workflow. */
export type Platform = keyof typeof platforms

/** What a live environment cannot do without. */
const needed = ['CLIENT_ID', 'CLIENT_SECRET', 'REDIRECT_URI', 'PID'] as const

/** The first files of somebody who begins: `krr init`. */
export const initCommand: Command = {
  help,
  async run(args, terminal) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        env: { type: 'string', default: 'test' },
        github: { type: 'boolean' },
        gitlab: { type: 'boolean' },
        jenkins: { type: 'boolean' },
      },
    })
    const chosen = (Object.keys(platforms) as Platform[]).filter((own) => values[own] === true)
    initialise(process.cwd(), values.env, chosen, terminal.out)
    return exitCodes.conformant
  },
}

/** A folder, and where is told what became of its files. */
interface Place {
  readonly folder: string
  readonly out: (line: string) => void
}

/**
 * Writes the files, and says what is next.
 * @throws ConfigurationError where the environment needs no settings, or a file cannot be written
 */
export const initialise = (
  folder: string,
  environment: string,
  chosen: readonly Platform[],
  out: (line: string) => void,
): void => {
  const name = environmentName(environment)
  const place = { folder, out }
  writeOnce('.env', dotenvFor(name), place, 0o600)
  ignore(['.env', '.krr/', 'reports/'], place)
  for (const platform of chosen) {
    const { file, template } = platforms[platform]
    writeOnce(file, filledIn(template, name), place)
  }
  for (const line of nextSteps(name, chosen)) out(line)
}

/** The name makes keys and lines of workflows: nothing else than a name comes into them. */
const environmentName = (text: string): string => {
  const name = canonicalName(text)
  if (!/^[a-z][a-z\d-]*$/.test(name))
    throw new ConfigurationError([
      `--env must be one name of lower-case letters, digits and -, but is "${text}"`,
    ])
  if (name === 'reference' || name === 'sandbox')
    throw new ConfigurationError([`--env ${name} needs no settings: npm test -- --env ${name}`])
  return name
}

const read = (...path: readonly string[]): string =>
  readFileSync(join(projectFolder(), ...path), 'utf8')

/** What is needed comes first, blank, which counts as not set; all else follows as in `.env.example`. */
const dotenvFor = (name: string): string => {
  const key = `KRR_${keyNameOf(name)}_`
  const keys = builtIn(name) === undefined ? [...needed, 'API_URL', 'ISSUER'] : needed
  return [
    `# Made by krr init: fill these in. ${name} needs them; blank counts as not set.`,
    `KRR_ENV=${name}`,
    ...keys.map((own) => `${key}${own}=`),
    '',
    '# All settings there are; take the # off what you need.',
    ...read('.env.example')
      .replace(/^#.*\n(?:#.*\n)*\n/, '')
      .replaceAll('KRR_TEST_', key)
      .trimEnd()
      .split('\n'),
    '',
  ].join('\n')
}

const filledIn = (template: string, name: string): string =>
  read('templates', template)
    .replaceAll('{{version}}', harnessVersion)
    .replaceAll('{{env}}', name)
    .replaceAll('{{NAME}}', keyNameOf(name))

const writeOnce = (file: string, text: string, { folder, out }: Place, mode = 0o644): void => {
  const path = join(folder, file)
  const isThere = existsSync(path)
  if (!isThere)
    changed(path, () => {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text, { mode, flag: 'wx' })
    })
  out(isThere ? `${file}: is there, and left as it is` : `${file}: written`)
}

/** Lines that are there are not written again. */
const ignore = (wanted: readonly string[], { folder, out }: Place): void => {
  const path = join(folder, '.gitignore')
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const has = new Set(before.split(/\r?\n/).map((line) => line.trim()))
  const missing = wanted.filter((line) => !has.has(line) && !has.has(line.replace(/\/$/, '/*')))
  if (missing.length === 0) return
  const glue = before === '' || before.endsWith('\n') ? '' : '\n'
  changed(path, () => writeFileSync(path, `${before}${glue}${missing.join('\n')}\n`))
  out(`.gitignore: ${missing.join(', ')} added`)
}

const changed = (file: string, write: () => void): void => {
  try {
    write()
  } catch (cause) {
    throw new ConfigurationError([`${file} cannot be written: ${fileTrouble(cause)}`], { cause })
  }
}

const nextSteps = (name: string, chosen: readonly Platform[]): readonly string[] => [
  '',
  'Next',
  '  1. Fill in .env. The client is registered as an "Api-klient" at https://samarbeid.digdir.no/, with the scopes',
  '     openid, profile and the three krr:user/…; a test user is found at https://www.skatteetaten.no/skjema/testdata/',
  `  2. npm run krr -- doctor --env ${name}    names what is wrong, key by key`,
  `  3. npm test -- --env ${name}    judges it; --no-write changes nothing`,
  ...(chosen.length === 0
    ? [
        '  4. npm run krr -- init --github (or --gitlab, --jenkins) writes a workflow for every night',
      ]
    : [
        `  4. Put the values of .env into the secret store of ${chosen.join(', ')}, and a signing key as KRR_SIGNING_JWK:`,
        '     npm run krr -- key new --for signing. The file that was written names the rest.',
      ]),
]
