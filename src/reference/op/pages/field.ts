import { type Html, html } from './html.ts'

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
