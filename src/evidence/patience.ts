const usualPatienceMs = 5_000
const turns = 10

/**
 * Calls back when nothing has come for five seconds, or as long as is said; the function that is returned calls it
 * off. It is counted in turns of the event loop: in one that took long, what had come could not be read.
 */
export const whenPatienceEnds = (
  giveUp: () => void,
  patienceMs = usualPatienceMs,
): (() => void) => {
  let left = turns
  const timer = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(timer)
    giveUp()
  }, patienceMs / turns)
  return () => clearInterval(timer)
}
