// All suites, for one test file: they wait for the same answers, so each is best begun before any is there. What must
// come in order says so itself: writes by the world's chain, what may end a grant by the world's `over`.
// This list is the order in which a report shows where a rule was judged.
import './person.suite.ts'
import './negotiation.suite.ts'
import './http.suite.ts'
import './provider.suite.ts'
import './published-document.suite.ts'
import './authentication.suite.ts'
import './language.suite.ts'
import './people.suite.ts'
import './people-apart.suite.ts'
import './transport-security.suite.ts'
import './signing-key.suite.ts'
import './steady-person.suite.ts'
import './code-misuse.suite.ts'
import './spent-tokens.suite.ts'
