import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { findingName } from '../rules/finding-name.ts'
import { type Area, areas, type Level } from '../rules/rule.ts'
import { levels } from './counts.ts'
import { failingFindings } from './fingerprint.ts'
import {
  type ConformanceReport,
  type EnvironmentVerdict,
  isWebAddress,
  type Observation,
  type RuleResult,
} from './model.ts'
import schema from './report.schema.json' with { type: 'json' }
import { environmentVerdict, ruleVerdict } from './verdict.ts'

/** A report as it was read, or why the text is none: a clause in which nothing of the text stands. */
export type ReadReport = { readonly report: ConformanceReport } | { readonly trouble: string }

/** The largest report that is read; the largest that was ever written had 75 MB. */
const mostBytes = 128 * 1_048_576

/** Deeper values than this are nobody's JOSE header. */
const mostDepth = 500

/** Reads a file that may be a report. Whoever wrote it is not trusted: see `parseReport`. */
export const readReportFile = async (path: string): Promise<ReadReport> => {
  try {
    const facts = await stat(path)
    // A pipe would be waited for.
    if (!facts.isFile()) return { trouble: 'it is no file' }
    if (facts.size > mostBytes) return { trouble: `it has more than ${mostBytes} bytes` }
    return await parseReport(await readFile(path, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return { trouble: `it cannot be read (${code})` }
  }
}

/**
 * Reads the text of a report: it must be as report.schema.json says. Verdicts, levels and areas are not believed but
 * follow from the observations, as they did when a run made the report.
 */
export const parseReport = async (text: string): Promise<ReadReport> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { trouble: 'it holds no JSON' }
  }
  if (isDeeperThan(value, mostDepth)) return { trouble: 'its values are nested too deep' }
  const trouble = schemaTrouble(value)
  if (trouble !== undefined) return { trouble }
  const { counts: _, ...report } = value as ConformanceReport & { readonly counts: unknown }
  const contradiction = contradictionIn(report)
  if (contradiction !== undefined) return { trouble: contradiction }
  const { rules } = await import('../rules/index.ts')
  return { report: judgedAgain(report, new Map(rules.map(({ id, level }) => [id, level]))) }
}

type Validate = ((value: unknown) => boolean) & {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
}
let validate: Validate | undefined

/** The first place where a value is not as the schema says; undefined where it is. */
const schemaTrouble = (value: unknown): string | undefined => {
  // ajv takes a tenth of a second to load: only who reads a report pays for it.
  validate ??= (() => {
    const { Ajv2020 } = createRequire(import.meta.url)(
      'ajv/dist/2020.js',
    ) as typeof import('ajv/dist/2020.js')
    return new Ajv2020({ strict: false }).compile(schema)
  })()
  if (validate(value)) return undefined
  const [first] = validate.errors ?? []
  return `${where(first?.instancePath ?? '')} ${first?.message ?? 'is not as the schema says'}`
}

/** A path of names that the schema has; others are left out, for they are the file's own. */
const where = (path: string): string =>
  path === '' ? 'the whole' : /^[\w/-]{1,120}$/.test(path) ? path : 'a part of it'

const isDeeperThan = (value: unknown, most: number): boolean => {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((own) =>
      typeof own === 'object' && own !== null ? Object.values(own) : [],
    )
  }
  return false
}

/** What a schema cannot say: addresses and times that are none, and the same name twice. */
const contradictionIn = ({ target, run, rules, exchanges, expiries = [] }: ConformanceReport) => {
  const times = [
    run.startedAt,
    run.finishedAt,
    ...exchanges.map(({ startedAt }) => startedAt),
    ...expiries.map(({ at }) => at),
  ]
  if (times.some((time) => Number.isNaN(Date.parse(time)))) return 'it names a time that is none'
  if (![target.apiUrl, target.issuer].every(isWebAddress)) return 'its target is no web address'
  if (hasTwice(rules.map(({ id }) => id))) return 'it has a rule twice'
  if (hasTwice(exchanges.map(({ id }) => id))) return 'it has an exchange twice'
  return rules.every(({ id }) => areaOf(id) !== undefined) ? undefined : 'it has a rule of no area'
}

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length

const areaOf = (id: string): Area | undefined => areas.find((area) => id.startsWith(`KRR-${area}-`))

/** The report with every verdict made again from what was observed. */
const judgedAgain = (
  report: ConformanceReport,
  catalogue: ReadonlyMap<string, Level>,
): ConformanceReport => {
  const { selection, interrupted } = report.run
  const rules = report.rules.map((rule): RuleResult => {
    const { verdict, reason } = ruleVerdict(
      rule.observations,
      interrupted ? 'interrupted' : selection,
    )
    return {
      ...rule,
      area: areaOf(rule.id) ?? rule.area,
      level: levelOf(rule, verdict, catalogue.get(rule.id)),
      verdict,
      reason,
      observations: rule.observations.map(
        (own): Observation =>
          own.verdict === 'failed' ? { ...own, name: findingName(rule.id, own.where) } : own,
      ),
    }
  })
  return { ...report, verdict: verdictOf({ ...report, rules }), rules }
}

/** The strictest level at which the verdict was reached; no rule is laxer than the catalogue has it. */
const levelOf = (
  { level, observations }: RuleResult,
  verdict: RuleResult['verdict'],
  known: Level | undefined,
): Level => {
  const own = levels.find((one) => one === level || one === known) ?? level
  const reached = observations.filter((one) => one.verdict === verdict)
  return levels.find((one) => reached.some((each) => (each.level ?? own) === one)) ?? own
}

/** `deviating (known)` where the report itself names a deviation known that held when it was made, for each of them. */
const verdictOf = (report: ConformanceReport): EnvironmentVerdict => {
  const verdict = environmentVerdict(report)
  if (verdict !== 'deviating' || report.verdict !== 'deviating (known)') return verdict
  const day = report.run.finishedAt.slice(0, 10)
  const covered = new Set(
    (report.known?.covered ?? [])
      .filter(({ expires }) => expires >= day)
      .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`),
  )
  const found = failingFindings(report)
  const isKnown = found.every(({ rule, fingerprint }) => covered.has(`${rule} ${fingerprint}`))
  return isKnown ? 'deviating (known)' : verdict
}
