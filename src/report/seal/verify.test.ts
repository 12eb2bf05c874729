import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleReport } from '../sample-report.fixture.ts'
import { writeReport } from '../write.ts'
import { type FolderFile, openSigner } from './signer.ts'
import { verifyFolder, verifySeal } from './verify.ts'

const signingJwk = (...[curve]: readonly string[]): string =>
  JSON.stringify(
    generateKeyPairSync('ec', { namedCurve: curve ?? 'P-256' }).privateKey.export({
      format: 'jwk',
    }),
  )

let folder = ''
let files: readonly FolderFile[] = []

beforeAll(async () => {
  const reportDir = await mkdtemp(join(tmpdir(), 'krr-seal-'))
  const further = [['login-MAIN-testid.png', new Uint8Array([137, 80, 78, 71])]] as const
  folder = (await writeReport(sampleReport('deviating'), reportDir, { further })).directory
  await writeReport(sampleReport('partial'), reportDir)
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  files = await Promise.all(
    names.map(async ({ name }) => [name, await readFile(join(folder, name))] as const),
  )
})
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

const changed = (name: string, at: number): readonly FolderFile[] =>
  files.map(([path, content]) => {
    const bytes = Buffer.from(content)
    if (path === name) bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return [path, bytes] as const
  })

describe('verifyFolder', () => {
  test('a folder as it was written is intact, an earlier run and a partial one on their own', async () => {
    const [run = ''] = await readdir(join(folder, 'runs'))
    for (const own of [folder, join(folder, 'runs', run), join(folder, 'partial')]) {
      expect(await verifyFolder(own)).toMatchObject({ intact: true, problems: [] })
    }
    expect((await verifyFolder(folder)).manifest?.files.map(({ path }) => path)).toContain(
      'login-MAIN-testid.png',
    )
  })

  test('a changed byte is found in every file, whichever byte it is', {
    timeout: 120_000,
  }, async () => {
    for (const [name, content] of files) {
      // All of them in the files that seal, in the others enough: SHA-256 covers the whole.
      const isSeal = name.startsWith('manifest')
      const step = isSeal ? 1 : Math.ceil(content.length / 3)
      for (let at = 0; at < content.length; at += step) {
        expect((await verifySeal(changed(name, at))).intact, `${name} at ${at}`).toBe(false)
      }
      expect((await verifySeal(changed(name, content.length - 1))).intact).toBe(false)
    }
  })

  test('a missing file is found, whichever it is', async () => {
    for (const [name] of files) {
      const { problems } = await verifySeal(files.filter(([path]) => path !== name))
      expect(problems).toEqual([
        { code: name === 'manifest.json' ? 'no-seal' : 'file-missing', path: name },
      ])
    }
  })

  test('an added byte and an added file are found, in a folder within too', async () => {
    const longer = files.map(([path, content]) =>
      path === 'report.html'
        ? ([path, `${Buffer.from(content)} `] as const)
        : ([path, content] as const),
    )
    expect((await verifySeal(longer)).problems).toEqual([
      { code: 'file-changed', path: 'report.html' },
    ])
    await mkdir(join(folder, 'inner', 'runs'), { recursive: true })
    await writeFile(join(folder, 'inner', 'runs', 'more.txt'), '')
    expect((await verifyFolder(folder)).problems).toEqual([
      { code: 'file-added', path: 'inner/runs/more.txt' },
    ])
    await rm(join(folder, 'inner'), { recursive: true })
  })

  test('a folder that another key sealed is whole, signed by that key, and not called changed', async () => {
    const reportDir = await mkdtemp(join(tmpdir(), 'krr-seal-'))
    const [ours, theirs] = await Promise.all([openSigner(signingJwk()), openSigner(signingJwk())])
    const { directory } = await writeReport(sampleReport('known'), reportDir, { signer: theirs })
    expect(await verifyFolder(directory)).toMatchObject({ intact: true, key: 'unknown' })
    expect(await verifyFolder(directory, [ours.thumbprint, theirs.thumbprint])).toMatchObject({
      intact: true,
      key: 'expected',
      thumbprint: theirs.thumbprint,
    })
    expect(await verifyFolder(directory, [ours.thumbprint])).toMatchObject({
      intact: false,
      isWhole: true,
      key: 'other',
      problems: [{ code: 'other-key', path: 'manifest.jwk.json' }],
    })
    await rm(reportDir, { recursive: true })
  })

  test.each([
    ['no list of files', { files: {} }],
    ['a file that is null', { files: [null] }],
    ['a name that leads elsewhere', { run: '../../x' }],
    ['a verdict that steers a terminal', { verdict: '\u001b[2Jconformant' }],
    ['a key that is a number', { thumbprint: 4 }],
    ['a claim of another kind', { signedBy: 'the authority' }],
  ])('a manifest with %s is none, and nothing breaks by it', async (_what, change) => {
    const foreign = files.map(([path, content]) =>
      path === 'manifest.json'
        ? ([path, JSON.stringify({ ...JSON.parse(String(content)), ...change })] as const)
        : ([path, content] as const),
    )
    const { intact, isWhole, manifest, problems } = await verifySeal(foreign)
    expect([intact, isWhole, manifest]).toEqual([false, false, undefined])
    expect(problems).toContainEqual({ code: 'bad-manifest', path: 'manifest.json' })
  })

  test('a link in the folder is not followed', async () => {
    await symlink('/etc/hostname', join(folder, 'link.txt'))
    expect((await verifyFolder(folder)).problems).toEqual([
      { code: 'file-added', path: 'link.txt' },
    ])
    await rm(join(folder, 'link.txt'))
  })

  test.each(['P-256', 'P-384', 'P-521'])('a configured key on %s signs', async (curve) => {
    const signer = await openSigner(signingJwk(curve))
    expect(signer).toMatchObject({ signedBy: 'configured key' })
    expect(signer.publicJwk).not.toHaveProperty('d')
    expect(await signer.sign('text')).toMatch(/^[\w-]+\.\.[\w-]+$/)
  })
})
