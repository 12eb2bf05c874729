/** What the process says to a pipeline (product interface, part 3). */
export const exitCodes = {
  conformant: 0,
  deviating: 1,
  usage: 2,
  inconclusive: 3,
  broken: 4,
  notRestored: 5,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
