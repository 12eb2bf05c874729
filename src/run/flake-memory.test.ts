import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rememberFlakes } from './flake-memory.ts'

let stateDir = ''
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'krr-flakes-'))
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

const remember = (run: string, flakes: number, environment = 'mine') =>
  rememberFlakes(stateDir, environment, { run, flakes })
const path = () => join(stateDir, 'flakes', 'mine.json')

describe('the flakes of the runs before', () => {
  test('are none at first, then their sum, for each environment apart', () => {
    expect(remember('r-1', 2)).toBeUndefined()
    expect(remember('r-2', 0)).toEqual({ runs: 1, flakes: 2 })
    expect(remember('r-3', 5)).toEqual({ runs: 2, flakes: 2 })
    expect(remember('r-1', 1, 'other')).toBeUndefined()
    expect(statSync(path()).mode & 0o777).toBe(0o600)
  })

  test('are those of the last fifty runs', () => {
    for (let run = 0; run < 60; run += 1) remember(`r-${run}`, 1)
    expect(remember('r-60', 0)).toEqual({ runs: 50, flakes: 50 })
  })

  test('are forgotten where the file is damaged, and no run stops for it', () => {
    remember('r-1', 2)
    writeFileSync(path(), '[{"run":"r-1","flakes":-3},{"run":7},')
    expect(remember('r-2', 1)).toBeUndefined()
    writeFileSync(path(), '[{"run":"r-1","flakes":-3},{"run":7},{"run":"r-2","flakes":1}]')
    expect(remember('r-3', 0)).toEqual({ runs: 1, flakes: 1 })
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toHaveLength(2)
  })

  test('are not kept where nothing can be, and no run stops for that either', () => {
    mkdirSync(stateDir, { recursive: true })
    writeFileSync(join(stateDir, 'flakes'), 'a file where a folder belongs')
    expect(remember('r-1', 1)).toBeUndefined()
    expect(remember('r-2', 1)).toBeUndefined()
  })
})
