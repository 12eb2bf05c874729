import type { ReasonWords } from '../reason.ts'

/** What each reason says, and what it means for a service that is to be switched. */
export const reasonsEn: ReasonWords = {
  'report-tampered': ['The report was changed after its run', 'The report proves nothing.'],
  'other-key': ['Another key signed the report', 'Somebody else may have made the report.'],
  'wrong-environment': [
    'The report is of another environment',
    'The report says nothing of the environment that is asked about.',
  ],
  'wrong-target': [
    'The report is of another address',
    'The report says nothing of the server that the service will use.',
  ],
  'register-not-restored': [
    'The language was left changed',
    'The run changed an entry of the register and did not put it back.',
  ],
  'must-failed': ['A MUST rule failed', 'The environment breaks its contract.'],
  'blocking-rule-failed': [
    'A rule failed that the policy lets block',
    'The policy does not accept this deviation.',
  ],
  'known-expired': ['A waiver has expired', 'What it excused counts again.'],
  'known-too-long': [
    'A waiver holds for too long',
    'A waiver of more than 90 days excuses nothing.',
  ],
  'known-unknown-rule': ['A waiver names an unknown rule', 'The waiver excuses nothing.'],
  'known-not-seen': [
    'A waiver excuses what is no longer seen',
    'A waiver that is left in place would hide the deviation if it came back.',
  ],
  'known-broader': [
    'A waiver excuses more than is seen',
    'A waiver that is too broad would hide a deviation that is new.',
  ],
  'flaky-expired': ['An entry for a flaky request has expired', 'The request counts again.'],
  'flaky-too-long': [
    'An entry for a flaky request holds for too long',
    'An entry of more than 90 days excuses nothing.',
  ],
  'flaky-unknown-request': [
    'An entry names a request that no run sends',
    'The entry excuses nothing.',
  ],
  'breaking-difference': [
    'The two environments behave differently',
    'A service that works with the first environment can break in the second.',
  ],
  'document-breaks': [
    'The published documents differ in a breaking way',
    'A client that was generated from the first document can break in the second environment.',
  ],
  slower: ['The target is slower', 'Requests of the service can time out.'],
  'report-missing': ['There is no report', 'Nobody knows how this environment behaves.'],
  'report-unreadable': ['The report cannot be read', 'Nobody knows how this environment behaves.'],
  'not-sealed': ['The report is not sealed', 'Nobody can tell whether the report was changed.'],
  'ephemeral-key': [
    'A key signed the report that nobody knows',
    'Anybody who can write the folder can sign the report again.',
  ],
  'unknown-key': [
    'Nothing says whose key must have signed',
    'Nobody can tell who made the report.',
  ],
  'address-unknown': [
    'The address of the environment is not known',
    'The report may be of any server.',
  ],
  'report-partial': ['The run judged only some rules', 'The other rules may fail.'],
  'report-stale': ['The report is too old', 'The environment may have changed since.'],
  'report-from-future': ['A clock is wrong', 'Nobody can tell how old the report is.'],
  'other-harness': [
    'Another version made the report',
    'The two versions may judge the same answer differently.',
  ],
  'other-rule-set': [
    'The report judged an older set of rules',
    'Rules that the policy asks for were not judged.',
  ],
  'harness-broke': [
    'krr-conformance itself failed',
    'The rules named here were not judged. This is a bug in krr-conformance.',
  ],
  'must-not-judged': [
    'A MUST rule could not be judged',
    'Nobody knows whether the environment keeps these rules.',
  ],
  'rule-missing': [
    'The report lacks a rule',
    'Nobody knows whether the environment keeps these rules.',
  ],
  'must-not-exercised': [
    'A MUST rule was left out on purpose',
    'Nobody knows whether the environment keeps these rules.',
  ],
  'must-not-applicable': [
    'A MUST rule did not apply',
    'The condition of the rule did not occur, so the rule says nothing.',
  ],
  'area-silent': [
    'A whole area says nothing',
    'No MUST rule of this area passed, so nothing of it is known.',
  ],
  'flake-not-known': [
    'A request failed at first',
    'A service that does not try again would have met the failure.',
  ],
  'matrix-missing': [
    'The proof of the harness is missing',
    'Nobody knows which faults this version of krr-conformance finds.',
  ],
  'matrix-other-version': [
    'The proof is of another version of the harness',
    'Nobody knows which faults this version of krr-conformance finds.',
  ],
  'matrix-incomplete': [
    'The proof of the harness is incomplete',
    'This version of krr-conformance may miss a fault.',
  ],
  'nothing-compared': [
    'The two runs have no request in common',
    'Nobody knows whether the two environments behave alike.',
  ],
}
