import { field } from './field.ts'
import { type Html, html, Html as Markup } from './html.ts'
import type { Page } from './page.ts'
import { style } from './style.ts'

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
