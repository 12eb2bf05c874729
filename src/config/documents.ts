import { builtInEnvironments } from './registry.ts'
import { type SettingRow, settings } from './settings.ts'

/** The text of `.env.example`: every key with what it means, and a line to take the `#` off. */
export const envExample = (rows: readonly SettingRow[] = settings): string => {
  const block = (row: SettingRow): string =>
    [
      `# ${sentence(row.meaning)}`,
      `#   ${row.form.accepts}`,
      `#   Default: ${defaultWords(row)}`,
      `#${row.key.replace('<NAME>', 'TEST')}=${row.default ?? row.example}`,
    ].join('\n')
  return `${[
    header,
    ...rows.filter(({ scope }) => scope === 'run').map(block),
    environmentHeader,
    ...rows.filter(({ scope }) => scope === 'environment').map(block),
  ].join('\n\n')}\n`
}

const header = `# Copy this file to .env and take the # off what you need; docs/settings.md says more.
# The process environment comes before .env. Put a value that contains # in quotes.
# Values here are defaults, or examples where there is no default. Never commit .env.`

const environmentHeader = `# ------------------------------------------------------------------------------
# One environment. TEST stands for its name in capitals, with - written _:
# KRR_PROD_CLIENT_ID for prod, KRR_MY_TEST_API_URL for an environment my-test of your own.
# ------------------------------------------------------------------------------`

/** The text of `docs/settings.md`: the same for people who look something up. */
export const settingsPage = (
  limits: ReadingLimits,
  rows: readonly SettingRow[] = settings,
): string =>
  `${[
    '# Settings',
    introduction,
    '## The whole run',
    table(rows.filter(({ scope }) => scope === 'run')),
    '## One environment',
    environmentIntroduction,
    table(rows.filter(({ scope }) => scope === 'environment')),
    '## Environments',
    environmentTable(),
    refusals,
    whatIsRead(limits),
  ].join('\n\n')}\n`

const introduction = `Settings come from the process environment and from the file \`.env\` in the folder where the run starts;
the process environment comes first. \`.env.example\` lists every key: copy it to \`.env\`. A blank value counts
as not set. In \`.env\`, put a value that contains \`#\` in quotes, because a comment begins there.

A bad or missing setting is reported before the first request, all of them at once. One that concerns a single
environment stops only that one. The value of a secret or a person is never shown, only its length.`

const environmentIntroduction = `\`<NAME>\` is the environment's name in capitals, with \`-\` written \`_\`: \`KRR_MY_TEST_API_URL\` for
\`my-test\`. An alias has the keys of the environment that it stands for.`

const table = (rows: readonly SettingRow[]): string =>
  [
    '| key | meaning | accepted | default | example |',
    '|-|-|-|-|-|',
    ...rows.map(
      (row) =>
        `| \`${row.key}\` | ${row.meaning} | ${row.form.accepts} | ${defaultWords(row)} | ${exampleWords(row)} |`,
    ),
  ].join('\n')

const environmentTable = (): string =>
  [
    '| name | alias | person resource | issuer |',
    '|-|-|-|-|',
    ...builtInEnvironments.map(({ name, kind, aliases, defaults, closure }) => {
      const closed =
        closure &&
        `${closure.apiUrl}: closed, listed so since ${closure.since} (${closure.writtenAt})`
      const where = kind === 'embedded' ? 'started by the run' : 'left in `sandbox.json`'
      const address = defaults.API_URL ?? closed ?? where
      const issuer = defaults.ISSUER ?? (closure ? `use \`${closure.instead}\`` : where)
      return `| \`${name}\` | ${aliases.map((alias) => `\`${alias}\``).join(', ')} | ${address} | ${issuer} |`
    }),
  ].join('\n')

const refusals = `Any other name is an environment of your own. It needs at least \`API_URL\`, \`ISSUER\`, \`CLIENT_ID\`,
\`CLIENT_SECRET\` or \`CLIENT_JWK\`, and \`PID\`. A closed environment is contacted only when both its \`API_URL\` and
its \`ISSUER\` are set.

## What is refused

- Plain \`http\`, except on loopback (\`localhost\`, \`127.0.0.0/8\`, \`[::1]\`).
- A login other than \`operator\` against production. Production is known by its address, whatever the environment is
  called: the API on kontaktregisteret.no, or the issuer https://idporten.no.
- A personidentifikator that is not synthetic (month + 80) against any other issuer.
- Writing to production without \`ALLOW_WRITE=true\` and \`--confirm-national-register\`. \`--no-write\` comes before
  both, everywhere.
- A redirect URI that is not on loopback, together with \`KRR_BROWSER_WS\`.
- \`LOGIN=operator\` where there is neither a display for a window nor a terminal to paste an address at.
- \`NODE_TLS_REJECT_UNAUTHORIZED=0\`, \`SSLKEYLOGFILE\`, \`NODE_OPTIONS=--tls-keylog\`, \`DEBUG=pw:*\` and \`NODE_DEBUG\`
  against a target that is not on loopback.

## What bounds a run

- A connection has 4 s, a whole answer 8 s, however slowly it comes. Failed requests are retried twice with
  jittered back-off (once if the server hangs; not at all if a retry cannot help or a POST may have been processed).
  \`Retry-After\` is waited for, up to 5 s.
- A server that came to nothing three times in a row is asked for nothing more. Against a dead environment a run ends
  within 30 s, inconclusive.
- At most \`MAX_REQUESTS_PER_SECOND\` requests begin in a second and 500 are sent in a run, over all threads. Six are in
  flight to a server: the API is asked by the thread that judges, ID-porten by the main process. Restoring the
  language has its own extra slot, so it is never queued behind other requests. What a login
  sends without a page counts (further combinations of scopes, forms that take a number or a password); what a page in
  the browser loads does not, nor does a handshake of the TLS rules.
- One run at a time writes to a person, by a lock in \`KRR_STATE_DIR/lock\`. Another one of this machine waits two minutes
  at most and then ends with exit code 3 and who has the lock. A run that only reads waits for nobody.
- The whole run has \`KRR_RUN_SECONDS\`; it is interrupted then. Nothing else ends a run that is merely slow: no test has a limit
  of its own. A thread that does not answer for 20 s, and a signal, interrupt it as well, and it ends within 7 s
  ([ci.md](ci.md), how a job is ended).`

/** The figures of `src/evidence/limits.ts` that the page tells. */
type ReadingLimits = Readonly<
  Record<
    | 'certificate'
    | 'certificates'
    | 'contentBytes'
    | 'fields'
    | 'findings'
    | 'headerBytes'
    | 'informational'
    | 'joseHeader'
    | 'jsonDepth'
    | 'jsonMembers'
    | 'jwsPayload'
    | 'redirects'
    | 'remembered'
    | 'rsaExponentBits'
    | 'rsaModulusBits'
    | 'schemaMegabytes'
    | 'schemaMs'
    | 'sentence'
    | 'shownHead'
    | 'shownTail'
    | 'taught'
    | 'token'
    | 'yaml',
    number
  >
>

const whatIsRead = (limits: ReadingLimits): string => `## What is read of an answer

\`src/evidence/limits.ts\` has all figures in one place. A stream is left as soon as it passes its limit.

| of | is read | more than that |
|-|-|-|
| a content, over the wire and without its content coding | ${limits.contentBytes / 1_048_576} MiB | KRR-BODY-019 for a person, KRR-ERR-004 for an error, KRR-OP-005 for a token response; everything else that would pass on it is inconclusive |
| a JSON text | ${limits.jsonDepth} levels, ${figure(limits.jsonMembers)} members and items | the same |
| a header section | ${limits.headerBytes / 1024} KiB, ${limits.fields} field lines | the request is inconclusive |
| responses before the response (1xx) | ${limits.informational} | the request is inconclusive |
| a JOSE header, and a JWS payload | ${figure(limits.joseHeader)} and ${figure(limits.jwsPayload)} characters in base64url | the content is no JWS: KRR-NEG-002 |
| certificates of \`x5c\` | ${limits.certificates}, of ${figure(limits.certificate)} characters each | KRR-JWS-004 |
| a token | ${figure(limits.token)} characters of the alphabet of RFC 6750, 2.1 | KRR-OP-005, and the token is never sent |
| a published document in YAML | ${figure(limits.yaml)} characters | KRR-SPEC-001 |
| a schema that the environment publishes | ${limits.schemaMs / 1000} s to compile, ${limits.schemaMs / 1000} s for each person, ${limits.schemaMegabytes} MB | KRR-SPEC-001 where it cannot be compiled, else KRR-SPEC-005 is inconclusive |
| an RSA key | ${figure(limits.rsaModulusBits)} bits, an exponent of ${limits.rsaExponentBits} bits | the signature does not verify |
| redirects of a login | ${limits.redirects} | the login is inconclusive |
| a page of a login | its questions, windows and downloads are refused, 10 of each; a step has three times \`KRR_<NAME>_STEP_SECONDS\` and 5 s, whatever the page's scripts do | the login is inconclusive |

A report keeps the first ${figure(limits.shownHead)} and the last ${figure(limits.shownTail)} characters of a longer content and says how long it is, at most ${limits.findings}
deviations of one rule at one place, and at most ${figure(limits.sentence)} characters of a sentence. A run remembers at most ${figure(limits.remembered)} secrets
and personal values to mask wherever they turn up, at most ${limits.taught} of one document.`

/** With a blank between thousands: `16 384`. */
const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ')

const sentence = (phrase: string): string => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`

const defaultWords = ({ default: value, remark }: SettingRow): string =>
  [value, remark].filter((part) => part !== undefined).join('; ') || 'none'

const exampleWords = ({ example, sensitivity }: SettingRow): string =>
  sensitivity === 'secret' && !example.includes('.') ? '' : `\`${example}\``
