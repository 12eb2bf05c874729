import type { Level } from '../levels.ts'
import { field } from './field.ts'
import { html } from './html.ts'
import type { Page } from './page.ts'

interface TestIdEntry {
  readonly level: Level
  readonly pid: string
  /** What was wrong with the number. */
  readonly trouble?: string
}

/** TestID: any synthetic person, without a password. */
export const testIdPage = ({ level, pid, trouble }: TestIdEntry): Page => ({
  title: level === 'idporten-loa-high' ? 'TestID på nivå høyt' : 'TestID',
  isWrong: trouble !== undefined,
  main: () => html`<form method="post">
${field({
  id: 'pid',
  label: 'Personidentifikator (syntetisk)',
  hint: 'Elleve siffer. Måneden er økt med 80.',
  value: pid,
  trouble,
  numeric: true,
  required: true,
  focused: true,
})}
<button id="submit">Autentiser</button>
</form>
<form method="get">
<button class="second" id="populatePersonButton" name="tilfeldig">Hent tilfeldig person</button>
</form>
<p><a class="back" href="/authorize/selector">Velg en annen innloggingsmåte</a></p>`,
})
