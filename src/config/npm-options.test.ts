import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { optionsKeptByNpm } from './npm-options.ts'

const line = (options: string, command = 'npm test') =>
  `npm kept ${options} for itself, so that the run would not know of it; write ${command} -- ${options} (in PowerShell ${command} '--' ${options})`

test.each([
  [{ npm_config_write: '' }, '--no-write'],
  [{ npm_config_env: 'prod', npm_config_write: '' }, '--env prod --no-write'],
  [{ npm_config_t: 'KRR-JWS-003' }, '-t KRR-JWS-003'],
  [{ npm_config_confirm_national_register: 'true' }, '--confirm-national-register'],
])('%j: what npm kept is told with the line that passes it on', (variables, options) => {
  const inTest = { ...variables, npm_lifecycle_event: 'test' }
  expect(optionsKeptByNpm(inTest)).toEqual([line(options)])
})

test('in another script the line names that one', () => {
  const variables = { npm_config_env: 'test', npm_lifecycle_event: 'krr' }
  expect(optionsKeptByNpm(variables)).toEqual([line('--env test', 'npm run krr')])
})

test('npx has another line', () => {
  const variables = { npm_config_env: 'test', npm_lifecycle_event: 'npx' }
  expect(optionsKeptByNpm(variables)).toEqual([
    expect.stringMatching(/^npx kept --env test .*: npx krr-conformance test --env test$/),
  ])
})

test('what npm sets by itself is none of ours', () => {
  const variables = { npm_config_cache: '/home/a/.npm', npm_config_user_agent: 'npm/11' }
  expect(optionsKeptByNpm(variables)).toEqual([])
})

test('npm runs no script of a package that is installed here', () => {
  // npm tells a script what applies by names of this beginning; they come before the file.
  const { npm_config_ignore_scripts: _, ...env } = process.env
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const said = execFileSync('npm', ['config', 'get', 'ignore-scripts'], { cwd, env })
  expect(said.toString().trim()).toBe('true')
}, 60_000)
