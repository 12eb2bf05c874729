import { type Level, reaches } from '../levels.ts'
import { type Html, html } from './html.ts'
import type { Page } from './page.ts'

interface Choice {
  readonly id: string
  readonly level: Level
  readonly name: string
  readonly description: string
}

const choices: readonly Choice[] = [
  {
    id: 'testid1',
    level: 'idporten-loa-substantial',
    name: 'TestID',
    description: 'Lag din egen testbruker',
  },
  {
    id: 'testid2',
    level: 'idporten-loa-high',
    name: 'TestID på nivå høyt',
    description: 'Lag din egen testbruker',
  },
  {
    id: 'minid',
    level: 'idporten-loa-substantial',
    name: 'MinID',
    description: 'Passord og engangskode',
  },
]

/** The choice of electronic identity: those that reach the level that was asked for. */
export const selectorPage = (required: Level): Page => ({
  title: 'Velg innloggingsmåte',
  main: () => html`<ul class="choices">
${choices.filter(({ level }) => reaches(level, required)).map(choice)}
</ul>
${cancelForm()}`,
})

const choice = ({ id, name, description }: Choice): Html =>
  html`<li><a id="${id}" href="/authorize/${id}"><b>${name}</b> <span>${description}</span></a></li>`

/** The way back to the service, without a login. */
const cancelForm = (): Html =>
  html`<form method="post" action="/authorize/cancel"><button class="quiet">Avbryt</button></form>`
