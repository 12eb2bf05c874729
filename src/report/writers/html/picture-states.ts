import type { PictureCell } from '../../model.ts'

/** What became of a member in one way to ask. */
export type MemberState =
  | 'came'
  | 'absent'
  | 'withheld'
  | 'missing'
  | 'undue'
  | 'refused'
  | 'no person'

/** What each shape says. */
export const stateWords = {
  came: 'came',
  absent: 'may come, did not',
  withheld: 'withheld, as it must be',
  missing: 'missing: must come, did not',
  undue: 'undue: must not come, did',
  refused: 'refused, as may be: no read scope',
  'no person': 'no person came',
} as const satisfies Record<MemberState, string>

/** The state of a member of the cell, or of all of them where no person came. */
export const stateOf = (
  member: PictureCell['members'][number] | undefined,
  { status, scopes }: PictureCell,
): MemberState => {
  if (member === undefined) {
    const mayBeRefused = !scopes.includes('kontaktinformasjon') && !scopes.includes('digitalpost')
    return mayBeRefused && (status === 401 || status === 403) ? 'refused' : 'no person'
  }
  if (member.expected === 'withheld') return member.came ? 'undue' : 'withheld'
  if (member.came) return 'came'
  return member.expected === 'required' ? 'missing' : 'absent'
}

/** Whether all members are as the scopes let expect. */
export const isAsExpected = (cell: PictureCell): boolean =>
  cell.members.length === 0
    ? stateOf(undefined, cell) === 'refused'
    : cell.members.every((member) => !['missing', 'undue'].includes(stateOf(member, cell)))

/** The states that occur, in the order of the legend. */
export const statesShown = (picture: readonly PictureCell[]): readonly MemberState[] => {
  const occurring = new Set(
    picture.flatMap((cell) =>
      cell.members.length === 0
        ? [stateOf(undefined, cell)]
        : cell.members.map((member) => stateOf(member, cell)),
    ),
  )
  return (Object.keys(stateWords) as MemberState[]).filter((state) => occurring.has(state))
}
