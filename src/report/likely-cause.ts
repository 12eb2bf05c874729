/** What mostly is behind trouble of this kind, and what to do; by the words in which it is told. */
const causes: readonly (readonly [words: RegExp, cause: string])[] = [
  [
    /host name/,
    'the address is mistyped (KRR_<NAME>_API_URL, KRR_<NAME>_ISSUER), or this machine has no name service for it',
  ],
  [/is refused \(ECONNREFUSED\)/, 'nothing listens there, or a firewall refuses'],
  [
    /UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    'the server does not send its intermediate certificate, or the certificate leads to a root that KRR_<NAME>_CA must name; browsers fetch what is missing, other clients do not',
  ],
  [
    /certificate is not valid/,
    'the certificate has expired, is of another name, or leads to a root that KRR_<NAME>_CA must name; KRR-TLS-001 tells which',
  ],
  [/TLS is refused/, 'no TLS is spoken there, or no version and cipher in common'],
  [
    /status 403 from the proxy/,
    'the proxy does not let this address through: that is its policy, and no credentials change it',
  ],
  [
    /from the proxy|\(UND_ERR_ABORTED\)/,
    'the proxy wants credentials, or other ones: they belong into HTTPS_PROXY',
  ],
  [/status 511/, 'a captive portal: this network wants a login of its own first'],
  [
    /status 429/,
    'too many requests: lower KRR_<NAME>_MAX_REQUESTS_PER_SECOND, or ask for a higher limit',
  ],
  [/status 50[234]/, 'a gateway whose server behind it is down or is being deployed'],
  [
    /the proxy took the connection/,
    'the proxy in HTTPS_PROXY hangs, or what listens there is none; NO_PROXY names hosts that are reached without it',
  ],
  [
    /in time|timed out|unreachable/,
    'the server hangs, or a firewall drops what is sent there without a word',
  ],
  [
    /is truncated/,
    'the server restarts, or something between here and there drops connections; or a line of the header section is one that no client may accept, which KRR-HTTP-011 shows then',
  ],
  [
    /was reset|was closed|connection failed|no answer to the form|page did not come/,
    'the server restarts, or something between here and there drops connections',
  ],
  [
    /breaks the grammar of HTTP/,
    'the server, or what stands before it, writes field lines that no client may accept; KRR-HTTP-011 shows them',
  ],
  [
    /header section has more than/,
    'the answer has more header fields than clients take (8 to 16 KiB): a cookie or a trace that grows, mostly',
  ],
  [/is no HTTP/, 'something else listens there'],
  [
    /in the place of/,
    'a captive portal or a proxy answers in its place, or the page is one of maintenance',
  ],
  [/clock of this machine/, 'the time is not kept by NTP; or both servers are wrong'],
  [
    /request budget/,
    'the environment made the run ask again and again; see the failed attempts among the exchanges',
  ],
  [
    /did not answer within/,
    'the server hangs or is slow: raise KRR_<NAME>_STEP_SECONDS if its pages need longer',
  ],
  [
    /shows an error page, status 4/,
    'the client is not registered so: npm run krr -- doctor tells which setting',
  ],
  [
    /asks again after it was answered|did not accept what was entered|credentials|complain/,
    'the test user is locked, or number, password or code is wrong: nothing was tried twice',
  ],
  [/next page is not known/, 'the login page has changed'],
  [/authorization response is the error/, 'ID-porten refuses this login'],
  [/browser|Target|closed/, 'the browser crashed or was ended'],
]

/** The likely cause of trouble, or undefined where it says enough itself. */
export const likelyCause = (trouble: string, environment: string): string | undefined => {
  const name = environment.toUpperCase().replaceAll('-', '_')
  return causes.find(([words]) => words.test(trouble))?.[1].replaceAll('<NAME>', name)
}
