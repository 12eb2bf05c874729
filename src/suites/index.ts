// The one test file. This thread asks for its targets before it loads the suites: they come while it loads.
import './targets.ts'

await import('./all-suites.ts')
