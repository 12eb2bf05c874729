import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { playwrightFeatures } from './open-browser.ts'

it('repeats what the installed Playwright switches on: Chromium heeds the last list alone', () => {
  // The package that is named brings the core, which has the list.
  const own = createRequire(import.meta.url).resolve('playwright/package.json')
  const folder = dirname(createRequire(own).resolve('playwright-core/package.json'))
  const source = readFileSync(join(folder, 'lib', 'coreBundle.js'), 'utf8')
  const list = /enabledFeatures = \(\) => \[([\s\S]*?)\]\.filter/.exec(source)?.[1] ?? ''
  const uncommented = list.replace(/\/\/.*/g, '')
  const named = [...uncommented.matchAll(/"(\w+)"/g)].map(([, name]) => name)
  expect(named).toEqual(playwrightFeatures)
})
