const signals = ['SIGINT', 'SIGTERM'] as const

/**
 * Takes over SIGINT and SIGTERM. vitest's own handlers end the process within milliseconds, and with it whatever
 * would put the language back, so they are removed. Gives what undoes it.
 */
export const onInterrupt = (interrupt: () => unknown): (() => void) => {
  let interrupted = false
  const handle = () => {
    if (interrupted) return
    interrupted = true
    interrupt()
  }
  for (const signal of signals) {
    process.removeAllListeners(signal)
    process.on(signal, handle)
  }
  return () => {
    for (const signal of signals) process.off(signal, handle)
  }
}
