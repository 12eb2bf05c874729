import { expect, test } from 'vitest'
import { decidedIn } from './decided-in.ts'

const commit = '4f1c'.repeat(10)

test('GitHub, GitLab and Jenkins say which job decides, on which commit, and who started it', () => {
  expect(
    decidedIn({
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKFLOW: 'gate',
      GITHUB_JOB: 'decide',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'digdir/service',
      GITHUB_RUN_ID: '42',
      GITHUB_ACTOR: 'kari',
      GITHUB_SHA: commit,
    }),
  ).toEqual({
    system: 'GitHub Actions',
    job: 'gate, decide',
    url: 'https://github.com/digdir/service/actions/runs/42',
    startedBy: 'kari',
    commit,
  })
  expect(
    decidedIn({
      GITLAB_CI: 'true',
      CI_JOB_NAME: 'krr-gate',
      CI_JOB_URL: 'https://gitlab.example/x/-/jobs/7',
      CI_COMMIT_SHA: commit,
    }),
  ).toEqual({ system: 'GitLab', job: 'krr-gate', url: 'https://gitlab.example/x/-/jobs/7', commit })
  expect(
    decidedIn({
      JENKINS_URL: 'https://ci.example/',
      JOB_NAME: 'krr',
      BUILD_NUMBER: '3',
      BUILD_URL: 'https://user:word@ci.example/job/krr/3/',
    }),
  ).toEqual({ system: 'Jenkins', job: 'krr #3', url: 'https://ci.example/job/krr/3/' })
})

test('outside of a pipeline nothing is said, and what is no address or no commit is left out', () => {
  expect(decidedIn({})).toBeUndefined()
  expect(
    decidedIn({ GITLAB_CI: 'true', CI_JOB_URL: 'javascript:alert(1)', CI_COMMIT_SHA: '<b>' }),
  ).toEqual({ system: 'GitLab', job: 'a job without a name' })
})
