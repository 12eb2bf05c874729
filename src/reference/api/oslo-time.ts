import { remembering } from '../remembering.ts'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const inOslo = (instant: number): string => {
  const wholeSeconds = Math.floor(instant / 1000) * 1000
  const part = Object.fromEntries(
    parts.formatToParts(wholeSeconds).map(({ type, value }) => [type, value]),
  )
  const local = `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`
  const offsetHours = Math.round((Date.parse(`${local}Z`) - wholeSeconds) / 3_600_000)
  return `${local}+${String(offsetHours).padStart(2, '0')}`
}

const rememberedTimes = 256

/** An instant (ms since the epoch) as the register writes it: `2018-06-29T10:14:52+02`. */
export const osloTime = remembering(rememberedTimes, inOslo)
