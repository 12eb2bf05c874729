import type { DecidedIn } from '../../gate/decision.ts'
import { isWebAddress } from '../../report/model.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** The job that decides, by the variables that GitHub, GitLab and Jenkins set; undefined outside of a pipeline. */
export const decidedIn = (variables: Variables): DecidedIn | undefined => {
  const known = [github, gitlab, jenkins].map((of) => of(variables))
  const own = known.find((found) => found !== undefined)
  if (own === undefined) return undefined
  const { system, job, url, startedBy, commit } = own
  return {
    system,
    job: job || 'a job without a name',
    ...(url !== undefined && isWebAddress(url) ? { url: withoutUser(url) } : {}),
    ...(startedBy ? { startedBy } : {}),
    ...(commit !== undefined && /^[\da-f]{7,64}$/i.test(commit) ? { commit } : {}),
  }
}

/** What was said of the job, before anything of it is believed. */
type Said = Pick<DecidedIn, 'system'> & {
  readonly [key in Exclude<keyof DecidedIn, 'system'>]: string | undefined
}

const github = (of: Variables): Said | undefined =>
  of['GITHUB_ACTIONS'] !== 'true'
    ? undefined
    : {
        system: 'GitHub Actions',
        job: [of['GITHUB_WORKFLOW'], of['GITHUB_JOB']].filter(Boolean).join(', '),
        url: `${of['GITHUB_SERVER_URL']}/${of['GITHUB_REPOSITORY']}/actions/runs/${of['GITHUB_RUN_ID']}`,
        startedBy: of['GITHUB_ACTOR'],
        commit: of['GITHUB_SHA'],
      }

const gitlab = (of: Variables): Said | undefined =>
  of['GITLAB_CI'] !== 'true'
    ? undefined
    : {
        system: 'GitLab',
        job: of['CI_JOB_NAME'],
        url: of['CI_JOB_URL'],
        startedBy: of['GITLAB_USER_LOGIN'],
        commit: of['CI_COMMIT_SHA'],
      }

const jenkins = (of: Variables): Said | undefined =>
  !of['JENKINS_URL']
    ? undefined
    : {
        system: 'Jenkins',
        job: [of['JOB_NAME'], of['BUILD_NUMBER']].filter(Boolean).join(' #'),
        url: of['BUILD_URL'],
        startedBy: of['BUILD_USER_ID'],
        commit: of['GIT_COMMIT'],
      }

/** A name and a password in an address are for nobody who reads a decision. */
const withoutUser = (url: string): string => {
  const address = new URL(url)
  address.username = ''
  address.password = ''
  return address.href
}
