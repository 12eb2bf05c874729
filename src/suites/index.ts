// The one test file. This thread asks for its targets before it loads the suites, and from then on needs nothing of
// the main thread until it judges: that one may load the browser's driver meanwhile.
import './targets.ts'

await import('./all-suites.ts')
