import type { Operator } from './operator.ts'

/** A person who pastes: they open what they are told to in a browser of their own, and are somebody. */
export interface PlayedPerson extends Required<Operator> {
  /** All that they were told, line by line. */
  readonly told: readonly string[]
}

/** What the person pastes for an authorization address; one number of theirs for each time they are asked. */
export type Pastes = (address: string, count: number) => Promise<readonly string[]>

/** A person at the terminal: for each address that they are told of, they paste some lines. */
export const playPerson = (pastes: Pastes): PlayedPerson => {
  const told: string[] = []
  const lines: string[] = []
  let count = 0
  let opened = ''
  return {
    told,
    tell: (said) => void told.push(...said),
    async readLine() {
      const address = told.findLast((line) => /^https?:\S+authorize\?/.test(line)) ?? ''
      if (address !== opened) {
        opened = address
        count += 1
        lines.push(...(await pastes(address, count)))
      }
      return lines.shift() ?? ''
    },
  }
}

/** Where a browser is redirected to from an address. */
export type RedirectOf = (url: string) => Promise<string | undefined>

const redirectOf: RedirectOf = async (url) => {
  const { headers } = await fetch(url, { redirect: 'manual' })
  return headers.get('location') ?? undefined
}

/** The address that ID-porten sends this person to: their own browser logs them in by `login_hint`. */
export const sentTo = async (address: string, pid: string, ask = redirectOf): Promise<string> => {
  let url = `${address}&login_hint=testid:${pid}_idporten-loa-substantial`
  for (;;) {
    url = new URL((await ask(url)) ?? '', url).href
    if (new URL(url).pathname === '/callback') return url
  }
}
