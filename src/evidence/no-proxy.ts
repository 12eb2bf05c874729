/** Whether `NO_PROXY` excepts a host and port, by the same reading of it that requests go by (undici's). */
export const isExcepted = (host: string, port: number, noProxy: string | undefined): boolean => {
  if (noProxy?.trim() === '*') return true
  const name = host.toLowerCase()
  return (noProxy ?? '')
    .split(/[,\s]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, own = entry, ownPort] = /^(.+):(\d+)$/.exec(entry) ?? []
      if (ownPort !== undefined && Number(ownPort) !== port) return false
      const excepted = own.replace(/^\*?\./, '').toLowerCase()
      return name === excepted || name.endsWith(`.${excepted}`)
    })
}
