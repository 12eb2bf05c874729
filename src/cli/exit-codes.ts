export { type ExitCode, exitCodes } from '../report/exit-code.ts'
