import { type Level, reaches } from '../keys.ts'
import { type Html, html, Html as Markup } from './html.ts'
import { type Page, style } from './page.ts'

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

/** A text field with its label, and with a hint and what was wrong, both tied to it. */
interface Field {
  /** Also its name. */
  readonly id: string
  readonly label: string
  readonly type?: 'text' | 'password' | 'email' | 'tel'
  readonly value?: string
  readonly hint?: string
  readonly trouble?: string | undefined
  /** Digits only: phones show the keys for them. */
  readonly numeric?: boolean
  readonly required?: boolean
  readonly focused?: boolean
}

/** The field as markup. What is wrong is said in text, in `aria-invalid` and in `aria-describedby`. */
export const field = (settings: Field): Html => {
  const { id, label, type = 'text', value = '', hint, trouble } = settings
  const notes = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(trouble === undefined ? [] : [`${id}-trouble`]),
  ].join(' ')
  return html`<div class="field">
<label for="${id}">${label}</label>
${hint === undefined ? undefined : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${trouble === undefined ? undefined : html`<p class="trouble" id="${id}-trouble">${trouble}</p>`}
<input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="off" spellcheck="false"
${notes === '' ? undefined : html` aria-describedby="${notes}"`}
${trouble === undefined ? undefined : html` aria-invalid="true"`}
${settings.numeric === true ? html` inputmode="numeric"` : undefined}
${settings.required === true ? html` aria-required="true"` : undefined}
${settings.focused === true ? html` autofocus` : undefined}>
</div>`
}

interface TestIdEntry {
  readonly level: Level
  readonly pid: string
  /** What was wrong with the number. */
  readonly trouble?: string
  /** The login that it belongs to, where no cookie says so. */
  readonly login?: string
}

/** TestID: any synthetic person, without a password. */
export const testIdPage = ({ level, pid, trouble, login }: TestIdEntry): Page => ({
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
${login === undefined ? undefined : html`<input type="hidden" name="login" value="${login}">`}
<button class="second" id="populatePersonButton" name="tilfeldig">Hent tilfeldig person</button>
</form>
<p><a class="back" href="/authorize/selector">Velg en annen innloggingsmåte</a></p>`,
})

/** What was typed on MinID's first page, and what was wrong with it. */
interface MinIdEntry {
  readonly pid?: string
  readonly pidTrouble?: string | undefined
  readonly passwordTrouble?: string | undefined
}

/** MinID's first page: who, and the password. */
export const minIdPage = ({ pid = '', pidTrouble, passwordTrouble }: MinIdEntry = {}): Page => ({
  title: 'MinID',
  isWrong: (pidTrouble ?? passwordTrouble) !== undefined,
  main: (nonce) => html`<minid-password>${shadow(
    nonce,
    html`${field({
      id: 'pid',
      label: 'Fødselsnummer eller D-nummer',
      hint: 'Syntetisk, elleve siffer.',
      value: pid,
      trouble: pidTrouble,
      numeric: true,
      required: true,
      focused: passwordTrouble === undefined,
    })}
${field({
  id: 'password',
  label: 'Passord',
  type: 'password',
  trouble: passwordTrouble,
  required: true,
  focused: passwordTrouble !== undefined,
})}`,
  )}</minid-password>
<p><a class="back" href="/authorize/selector">Velg en annen innloggingsmåte</a></p>`,
})

/** MinID's second page: the one-time code. */
export const minIdCodePage = (trouble?: string): Page => ({
  title: 'MinID: engangskode',
  isWrong: trouble !== undefined,
  main: (nonce) =>
    html`<minid-one-time-code>${shadow(
      nonce,
      field({
        id: 'otc',
        label: 'Engangskode',
        hint: 'Fem siffer. Her sendes ingen SMS: koden er fast for syntetiske personer.',
        trouble,
        numeric: true,
        required: true,
        focused: true,
      }),
    )}</minid-one-time-code>`,
})

/** An open shadow root around a form, declared in the markup: it needs no script. */
const shadow = (nonce: string, fields: Html): Html =>
  html`<template shadowrootmode="open">
<style nonce="${nonce}">${new Markup(style)}</style>
<form method="post">
${fields}
<button id="submit-button">Neste</button>
</form>
</template>`
