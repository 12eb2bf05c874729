import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { generate } from './generate.ts'
import { projectFolder } from './project-folder.ts'

const folders: string[] = []

const copyOfSpecs = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'krr-generate-'))
  folders.push(root)
  cpSync(join(projectFolder(), 'specs'), join(root, 'specs'), { recursive: true })
  return root
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const statesOf = async (root: string, check: boolean) =>
  (await generate({ check, root })).map(({ state }) => state)

describe('generate', () => {
  it('finds what is committed in step with specs/', async () => {
    expect(await generate({ check: true })).toEqual([
      { path: 'generated/krr.ts', state: 'in step' },
      { path: 'generated/validators.js', state: 'in step' },
      { path: 'generated/validators.d.ts', state: 'in step' },
      { path: 'generated/known-schemas.js', state: 'in step' },
      { path: 'generated/known-schemas.d.ts', state: 'in step' },
    ])
  })

  it('writes only what is not in step, and nothing at all when it checks', async () => {
    const root = copyOfSpecs()
    const all = (state: string) => Array<string>(5).fill(state)
    expect(await statesOf(root, true)).toEqual(all('stale'))
    expect(await statesOf(root, true)).toEqual(all('stale'))
    expect(await statesOf(root, false)).toEqual(all('written'))
    expect(await statesOf(root, false)).toEqual(all('in step'))
    writeFileSync(join(root, 'generated', 'krr.ts'), '// changed by hand\n')
    expect(await statesOf(root, true)).toEqual(['stale', ...all('in step').slice(1)])
  })

  it('follows the tightening: another code list is another validator', async () => {
    const root = copyOfSpecs()
    await generate({ check: false, root })
    const path = join(root, 'specs', 'tightening.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"nb", "nn", "en", "se"', '"nb"'))
    expect(await generate({ check: true, root })).toContainEqual({
      path: 'generated/validators.js',
      state: 'stale',
    })
  })

  it('writes validators that need nothing but ES imports', async () => {
    const root = copyOfSpecs()
    const path = join(root, 'specs', 'tightening.json')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(
        '"epostadresse": { "type"',
        '"epostadresse": { "minLength": 3, "type"',
      ),
    )
    await generate({ check: false, root })
    const code = readFileSync(join(root, 'generated', 'validators.js'), 'utf8')
    expect(code).not.toContain('require(')
    expect(code).toContain('import runtime0 from "ajv/dist/runtime/ucs2length.js"')
  })

  it('refuses a snapshot that was edited by hand', async () => {
    const root = copyOfSpecs()
    const path = join(root, 'specs', 'krr-person.openapi.json')
    writeFileSync(path, readFileSync(path, 'utf8').replace('patchUser', 'patchPerson'))
    await expect(generate({ check: true, root })).rejects.toMatchObject({
      code: 'CONTRACT',
      message: expect.stringContaining('is not the snapshot that specs/source.json describes'),
    })
  })
})
