import { expect, test } from 'vitest'
import type { KrrScope } from '../../evidence/person-reading.ts'
import { scopesAreGranted } from './provider.ts'

const contact = 'krr:user/kontaktinformasjon.read'
const mailbox = 'krr:user/digitalpost.read'
const language = 'krr:user/spraak.write'

/** What is told of a client that is declared to have some scopes and is granted others. */
const told = (declared: readonly KrrScope[], granted: readonly KrrScope[]) =>
  scopesAreGranted({
    idKey: 'KRR_MINE_CLIENT_ID',
    scopesKey: 'KRR_MINE_SCOPES',
    declared,
    pidKey: 'KRR_MINE_PID',
    loginKey: 'KRR_MINE_LOGIN',
    isOwnWay: true,
    outcome: { granted },
  }).map(({ state, key, says }) => `${state} ${key}: ${says}`)

test.each([
  [
    'as declared',
    [contact],
    [contact],
    ['ok KRR_MINE_CLIENT_ID: scopes: all 1 that KRR_MINE_SCOPES names are granted'],
  ],
  [
    'fewer than declared',
    [contact, mailbox],
    [contact],
    [`problem KRR_MINE_CLIENT_ID: scopes: not granted: ${mailbox}`],
  ],
  [
    'more than declared',
    [contact],
    [contact, language],
    [
      'ok KRR_MINE_CLIENT_ID: scopes: all 1 that KRR_MINE_SCOPES names are granted',
      `warning KRR_MINE_SCOPES: scopes: granted though it does not name them: ${language}`,
    ],
  ],
  [
    'others than declared',
    [contact],
    [mailbox],
    [
      `problem KRR_MINE_CLIENT_ID: scopes: not granted: ${contact}`,
      `warning KRR_MINE_SCOPES: scopes: granted though it does not name them: ${mailbox}`,
    ],
  ],
] as const)('scopes granted %s', (_, declared, granted, lines) => {
  expect(told(declared, granted)).toEqual(lines)
})
