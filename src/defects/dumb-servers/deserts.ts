import type { Desert } from '../desert.ts'

/** What is not the server's own doing. */
export const everyoneDeserves: readonly Desert[] = [
  { rules: ['OP'], because: "the OpenID provider is the reference environment's own" },
]

/** What a server deserves that listens at all: its handshakes are the reference environment's own. */
export const listenersDeserve: Desert = {
  rules: [
    ...(['KRR-TLS-001', 'KRR-TLS-002', 'KRR-TLS-003', 'KRR-TLS-004', 'KRR-TLS-006'] as const),
    'KRR-HTTP-011',
  ],
  because:
    "certificate and handshake are the reference environment's, plain http is not spoken, and node writes the fields",
}

/** What whoever answers 200 deserves for the fields of it. */
export const plainFields: Desert = {
  rules: ['KRR-HTTP-003', 'KRR-HTTP-004', 'KRR-HTTP-006', 'KRR-HTTP-007'],
  because: 'HEAD is answered as GET, and no field lets anybody store, share or track the answer',
}

/** What whoever says yes to everybody deserves. */
export const alwaysYes: Desert = {
  rules: ['KRR-AUTH-011', 'KRR-AUTH-012', 'KRR-AUTH-015', 'KRR-ERR-001', 'KRR-HTTP-008'],
  because: 'who lets everybody in lets these in too, and never answers 5xx; INFO rules report so',
}

/** What an answer deserves that is JSON with 200, and the same for the same request. */
export const steadyJson: Desert = {
  rules: ['KRR-NEG-001', 'KRR-NEG-004', 'KRR-NEG-006', 'KRR-NEG-008', 'KRR-BODY-022'],
  because: 'the answer is JSON, says so, and does not differ from time to time or by its coding',
}

/** What a person deserves who is valid, complete, signed with the right key, and the main test user. */
export const validPerson: readonly Desert[] = [
  {
    rules: [
      ...(['KRR-BODY-001', 'KRR-BODY-003', 'KRR-BODY-004', 'KRR-BODY-005'] as const),
      ...(['KRR-BODY-006', 'KRR-BODY-007', 'KRR-BODY-009', 'KRR-BODY-012'] as const),
      ...(['KRR-BODY-013', 'KRR-BODY-014', 'KRR-BODY-015', 'KRR-BODY-016'] as const),
      ...(['KRR-BODY-017', 'KRR-BODY-018', 'KRR-BODY-019', 'KRR-BODY-020'] as const),
      ...(['KRR-BODY-021', 'KRR-BODY-023', 'KRR-BODY-024', 'KRR-BODY-026'] as const),
      ...(['KRR-BODY-027', 'JWS', 'KRR-NEG-002', 'KRR-NEG-003', 'KRR-NEG-009'] as const),
    ],
    because: 'the person is valid and rightly signed, and the same in both representations',
  },
  {
    rules: ['KRR-SCOPE-001', 'KRR-SCOPE-002', 'KRR-SCOPE-004', 'KRR-SCOPE-006', 'KRR-SCOPE-013'],
    because: 'whoever shows everything shows what each scope yields',
  },
]
