import { describe, expect, test } from 'vitest'
import { hasDisplay } from '../../browser/host.ts'
import { noWay, operatorWay, type Surroundings } from './operator.ts'

const here: Surroundings = { hasDisplay: true, isRemoteBrowser: false, canPaste: true }

describe('an operator logs in', () => {
  test.each([
    ['in a window where there is a display', {}, 'window'],
    ['by pasting where there is none', { hasDisplay: false }, 'paste'],
    ['by pasting beside a remote browser, which nobody sees', { isRemoteBrowser: true }, 'paste'],
    ['nowhere without either', { hasDisplay: false, canPaste: false }, undefined],
  ] as const)('%s', (_, changes, way) => {
    expect(operatorWay({ ...here, ...changes })).toBe(way)
  })

  test('nowhere: the sentence names the key and what to do', () => {
    expect(noWay({ keyName: 'PROD' }, { isRemoteBrowser: false })).toBe(
      'KRR_PROD_LOGIN=operator needs a person at hand, with a display on which a browser window can open (DISPLAY or ' +
        'WAYLAND_DISPLAY), or with a terminal or a piped line at which to paste an address, but there is neither; run ' +
        'it where there is one',
    )
    expect(noWay({ keyName: 'PROD' }, { isRemoteBrowser: true })).toContain('unset KRR_BROWSER_WS')
  })
})

test('a display is said by the variables of X11 and Wayland, and there on Windows and macOS', () => {
  const host = (platform: NodeJS.Platform, variables = {}) => ({
    platform,
    variables,
    homeFolder: '/nowhere',
    isRoot: false,
  })
  expect(hasDisplay(host('linux'))).toBe(false)
  expect(hasDisplay(host('linux', { DISPLAY: '' }))).toBe(false)
  expect(hasDisplay(host('linux', { DISPLAY: ':0' }))).toBe(true)
  expect(hasDisplay(host('linux', { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true)
  expect([hasDisplay(host('darwin')), hasDisplay(host('win32'))]).toEqual([true, true])
})
