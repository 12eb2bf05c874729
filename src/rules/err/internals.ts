/** A kind of text that belongs in a log: what it is, and how it is known. */
interface Internal {
  readonly kind: string
  readonly patterns: readonly RegExp[]
}

/** Packages that servers are built of; `io.swagger` in prose is rarer than in a class name. */
const packages = '(?:java|javax|jakarta|jdk|sun|kotlin|scala|groovy|org|com|net|io|no|se|dk)'

/**
 * Kinds in the order in which they are looked for: a stack trace holds class names and paths too, and
 * is named as what it is. Each pattern is bounded, so that no response can make it slow.
 */
const internals: readonly Internal[] = [
  {
    kind: 'stack trace',
    patterns: [
      // Java and its kin: at no.digdir.Person.get(Person.java:42)
      /\bat [\w$.<>/@-]{1,300}\((?:[\w$.-]{1,100}:\d{1,6}|Native Method|Unknown Source|[\w$]{1,100}\.(?:java|kt|scala|groovy))\)/,
      // Node: at handler (/srv/app/person.js:1:2), at file:///srv/app/person.js:1:2
      /\bat (?:async )?(?:[^\n()]{1,200} \()?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s()]{1,300}:\d{1,7}:\d{1,7}/,
      // Python
      /Traceback \(most recent call last\)/,
      /\bFile "[^"\n]{1,300}", line \d{1,7}/,
      // .NET: at Person.Get(String id) in C:\src\Person.cs:line 42
      /\bat [\w.`<>[\],+]{1,300}\([^()\n]{0,300}\) in [^\n]{1,300}:line \d{1,7}/,
      /\bat (?:System|Microsoft)\.[\w.`<>[\],+]{1,300}\(/,
      // PHP and Go
      /#0 \/[^\s(]{1,300}\(\d{1,7}\)/,
      /\bgoroutine \d{1,9} \[[a-z ]{1,40}\]/,
    ],
  },
  {
    kind: 'SQL',
    patterns: [
      /\bSELECT\s[^;]{1,300}?\sFROM\s{1,9}["\w]|\bINSERT\s{1,9}INTO\s{1,9}["\w]|\bDELETE\s{1,9}FROM\s{1,9}["\w]|\bUPDATE\s{1,9}["\w.]{1,100}\s{1,9}SET\s/,
      /\bselect\s[^;]{1,300}?\sfrom\s{1,9}["\w.]{1,100}\s{1,9}(?:\w{1,20}\s{1,9})?where\s/i,
      /\binsert\s{1,9}into\s{1,9}["\w.]{1,100}\s{0,9}\(/i,
      /\bdelete\s{1,9}from\s{1,9}["\w.]{1,100}\s{1,9}where\s/i,
      /\bupdate\s{1,9}["\w.]{1,100}\s{1,9}set\s{1,9}["\w.]{1,100}\s{0,9}=/i,
      /\bORA-\d{5}\b|\bSQLSTATE\b|\bjdbc:\w/,
    ],
  },
  {
    kind: 'class name',
    patterns: [
      new RegExp(`(?<![\\w./@-])${packages}\\.(?:[a-z_]\\w{0,60}\\.){1,12}[A-Z]\\w{0,100}`),
      /\bjava\.(?:lang|util|io|net|sql|time|security)\.\w/,
      /\b(?:System|Microsoft)\.(?:[A-Z]\w{0,60}\.){0,8}[A-Z]\w{0,100}Exception\b/,
      /\b[A-Z][A-Za-z0-9]{1,100}Exception\b/,
      /\b(?:Type|Reference|Range|Syntax|Key|Value|Attribute|Index|Name)Error: /,
    ],
  },
  {
    kind: 'file path',
    patterns: [
      /(?<![\w/.:-])\/(?:usr|home|opt|var|etc|srv|root|proc|tmp)\/[\w.-]/,
      /\bfile:\/\/\/?\w/,
      /(?<![\w/.:-])\/?(?:[\w.-]{1,60}\/){1,12}[\w.-]{1,60}\.(?:java|class|jar|kt|js|mjs|ts|py|cs|go|rb|php|sql|ya?ml|properties|conf|log)\b/,
      /\b[A-Za-z]:\\\w/,
    ],
  },
]

/** The first internal that the text gives away, or undefined where it gives away none. */
export const internalIn = (
  text: string,
): { readonly kind: string; readonly match: string } | undefined => {
  const prose = proseOf(text)
  for (const { kind, patterns } of internals) {
    for (const pattern of patterns) {
      const match = pattern.exec(prose)?.[0]
      if (match !== undefined) return { kind, match }
    }
  }
  return undefined
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
  ['nbsp', ' '],
])

/**
 * The text as it is read: of HTML without tags (their attributes name scripts and style sheets, and
 * that is no leak), but with comments; without web addresses, whose paths are no files.
 */
const proseOf = (text: string): string => {
  const isHtml = /^\s*<(?:!doctype|html|head|body|h\d|p|div|pre)\b/i.test(text)
  const shown = isHtml
    ? text
        .replaceAll(/<(?:script|style)\b[^>]*>[^<]*<\/(?:script|style)>/gi, ' ')
        .replaceAll(/<\/?[a-z][^<>]*>/gi, '\n')
        .replaceAll(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
        .replaceAll(/&#x([0-9a-f]{1,4});/gi, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        )
        .replaceAll(/&(\w{2,4});/g, (entity, name: string) => entities.get(name) ?? entity)
    : text
  return shown.replaceAll(/\bhttps?:\/\/[^\s"'<>()]*/gi, ' ')
}
