/** `GET 200 a/b /x/y` lies below `GET 200 a/b /x`, `GET 200 a/b`, `GET 200` and `GET`, the nearest first. */
export const placesAbove = (at: string): readonly string[] => {
  const [method = '', where, type, member] = at.split(' ')
  const message = [method, where, type].filter((part) => part !== undefined)
  const steps = member?.split('/').slice(1) ?? []
  const members = steps.map((_, count) => [...message, `/${steps.slice(0, count).join('/')}`])
  const messages = message.map((_, count) => message.slice(0, count))
  const above = [
    ...messages.slice(1),
    ...(member === undefined ? [] : [message, ...members.slice(1)]),
  ]
  return above.map((parts) => parts.join(' ')).reverse()
}
