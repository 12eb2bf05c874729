// The arrows of docs/ARCHITECTURE.md. Each comment tells whoever broke the rule what to do instead.

/** Code that ships; tests may reach further, for they hold one part against another. */
const shipped = { pathNot: '\\.(test|fixture)\\.ts$|^src/cli/(fuzz/|commands/fuzz\\.ts$)' }

/** A folder of src/ that may import only these parts of the project besides itself. */
const only = (folder, allowed, comment) => ({
  name: `${folder}-imports-only-what-is-below-it`,
  severity: 'error',
  comment,
  from: { path: `^src/${folder}/`, ...shipped },
  to: {
    path: '^(src|generated|specs|bin)/',
    pathNot: [`^src/${folder}/`, ...allowed.map((path) => `^${path}`)],
  },
})

const folders = (...names) => names.map((name) => `src/${name}/`)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two modules need each other: move what both need into a module of its own, or merge them.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'The import leads nowhere: correct its path, or add the package to package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment:
        'The package comes only with another one, or is in devDependencies while shipped code imports it: list it in dependencies and say why in docs/adr/0010-one-dependency-list.md.',
      from: { path: '^(src|bin)/', ...shipped },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-bundled'],
        dependencyTypesNot: ['type-only'],
      },
    },

    only(
      'evidence',
      [],
      'Evidence knows only itself, Node and undici. Pass in what it needs as plain data, or define the type here and let the others import it.',
    ),
    {
      name: 'evidence-uses-undici-only',
      severity: 'error',
      comment: 'What is recorded depends on no package but undici. Do it with what Node has.',
      from: { path: '^src/evidence/', ...shipped },
      to: { path: '^node_modules/', pathNot: '^node_modules/undici/' },
    },
    only(
      'config',
      [],
      'Configuration is read before anything else exists. Put the type here; let the other part import it.',
    ),
    only(
      'contract',
      [...folders('evidence'), 'generated/', 'specs/'],
      'The contract knows neither rules nor servers. A judgement belongs in src/rules, a request in the caller.',
    ),
    only(
      'rules',
      [...folders('evidence', 'contract'), 'generated/'],
      'Rules judge, suites arrange: a rule sees recorded evidence and nothing else. Gather what it needs in src/suites, give it a type in src/evidence, and pass it to check().',
    ),
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment:
        'A rule makes no request and reads no file, clock or setting. Take the fact from the evidence; where it is not there, record it.',
      from: { path: '^src/rules/', ...shipped },
      to: {
        path: '^(node:)?(fs|fs/promises|http|https|http2|net|tls|dns|child_process|worker_threads|timers|timers/promises)$|^node_modules/(undici|vitest|openid-client|playwright|playwright-core)/',
      },
    },
    only(
      'krr',
      folders('evidence'),
      'The API client sends one request and gives back its exchange. Who has which token is for the caller to know.',
    ),
    only(
      'oidc',
      folders('evidence', 'config'),
      'The client side of OpenID Connect knows no browser and no rule. Pages belong in src/login, judgements in src/rules.',
    ),
    only(
      'browser',
      [...folders('evidence', 'config'), 'src/oidc/own-hosts\\.ts'],
      'Finding and starting a browser knows nothing of logins. What a page means belongs in src/login.',
    ),
    only(
      'login',
      folders('evidence', 'config', 'oidc', 'browser'),
      'A login yields evidence and tokens. Judge them in src/rules, and begin runs in src/run.',
    ),
    only(
      'doctor',
      folders('evidence', 'config', 'contract', 'oidc', 'browser', 'login'),
      'The doctor examines from outside, before there is a run. What needs a run, a report or the reference environment belongs in src/cli/doctor.',
    ),
    only(
      'suites',
      [
        ...folders('rules', 'krr', 'evidence', 'contract'),
        'src/run/(target|channel|main-process|watch-threads)\\.ts',
        'src/report/model\\.ts',
        'src/login/session\\.ts',
      ],
      'Suites arrange evidence and name rules. What needs the main process (logins, journal) goes through src/run/main-process.ts.',
    ),
    {
      name: 'suites-know-sessions-and-the-model-as-types-only',
      severity: 'error',
      comment:
        'Sessions live in the main process, reports are made there. Import the type, and ask over the channel (src/run/main-process.ts).',
      from: { path: '^src/suites/', ...shipped },
      to: {
        path: '^src/(login|report)/|^src/run/target\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'reference-knows-no-rules',
      severity: 'error',
      comment:
        'The reference server and the rules share nothing but types, else both have the same bug. Write it anew here; src/reference/api/contract.test.ts holds the answers against the contract.',
      from: { path: '^src/reference/', ...shipped },
      to: {
        path: '^(src|generated|specs|bin)/',
        pathNot: '^src/reference/|^generated/krr\\.ts$|^src/evidence/person-reading\\.ts$',
      },
    },
    {
      name: 'reference-takes-types-only',
      severity: 'error',
      comment: 'Types may be shared with the reference server, code may not: import type.',
      from: { path: '^src/reference/', ...shipped },
      to: {
        path: '^(src|generated)/',
        pathNot: '^src/reference/',
        dependencyTypesNot: ['type-only'],
      },
    },
    only(
      'report',
      [
        ...folders('rules', 'evidence'),
        'src/config/(configuration-error|address|problem)\\.ts',
        'generated/rule-words\\.ts',
      ],
      'A report is made from observations that are handed in. It never looks at the run, the command line or a setting.',
    ),
    only(
      'compare',
      [
        ...folders('report', 'rules', 'evidence'),
        'src/contract/(changes|parse-document|place|promises)\\.ts',
      ],
      'A comparison is made from two reports and nothing else. Which two is for src/cli to find out.',
    ),
    only(
      'gate',
      [
        ...folders('report', 'rules', 'evidence', 'compare'),
        'src/config/(address|configuration-error|registry|own-file|problem)\\.ts',
      ],
      'A decision is made from reports, policy, known deviations and the time. What must be found out first is for src/cli.',
    ),
    {
      name: 'gate-decides-purely',
      severity: 'error',
      comment:
        'decide() and what it uses read no file and no clock: hand it in (src/gate/decision.ts). Reading is for load-*.ts, writing for src/gate/keep/.',
      from: { path: '^src/gate/(reasons/|decide\\.ts|known/known-deviations\\.ts)', ...shipped },
      to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net)$' },
    },
    {
      name: 'report-knows-no-runner',
      severity: 'error',
      comment:
        'Verdicts are counted from the model, never from vitest. The adapter is src/run/reporter.ts.',
      from: { path: '^src/report/', ...shipped },
      to: { path: '^node_modules/(vitest|@vitest)/' },
    },
    {
      name: 'writers-read-the-model-only',
      severity: 'error',
      comment:
        'A writer is a pure function from the model to text. Put the missing fact into src/report/model.ts and build.ts; src/report/write.ts opens the files.',
      from: { path: '^src/report/writers/', ...shipped },
      to: {
        path: '^(src|generated)/|^node_modules/|^(fs|net|tls|http2|https|process|child_process)(/|$)',
        pathNot:
          '^src/report/(writers|words)/|^src/evidence/visible-text\\.ts$|^src/report/(model|counts|verdict|verdict-sentence|trust-sentence|curl|fingerprint|difference|finding-groups|causes|language|picture)\\.ts$|^src/report/history/(entry|history)\\.ts$',
      },
    },
    only(
      'coverage',
      [...folders('rules'), 'src/contract/project-folder\\.ts', 'generated/sentences\\.ts'],
      'The register names rules and sentences, and knows no run. What needs defects or files as well belongs in src/cli.',
    ),
    only(
      'run',
      [
        ...folders(
          'evidence',
          'config',
          'contract',
          'krr',
          'login',
          'reference',
          'report',
          'rules',
        ),
        'src/browser/find-browser\\.ts',
        'src/gate/known/',
      ],
      'A run is told what to do by src/cli, and reaches the suites through vitest alone.',
    ),
    {
      name: 'run-knows-rules-as-a-list',
      severity: 'error',
      comment: 'A run treats all rules alike: import the catalogue (src/rules/index.ts) or types.',
      from: { path: '^src/run/', ...shipped },
      to: {
        path: '^src/rules/',
        pathNot: '^src/rules/(index|rule|rule-set|rule-set-version|body/personidentifikator)\\.ts$',
      },
    },
    only(
      'defects',
      [
        ...folders('reference', 'rules', 'report', 'run', 'config'),
        'src/contract/(person-schema|project-folder|schema-judge|snapshot)\\.ts',
        'src/evidence/person-reading\\.ts',
      ],
      'A defect enters at a seam of the reference environment. What it needs there belongs in src/reference.',
    ),
    only(
      'bench',
      [
        ...folders('config', 'reference', 'report'),
        'src/browser/find-browser\\.ts',
        'src/contract/project-folder\\.ts',
        'src/run/(started-reference|conformance-run|run-suites)\\.ts',
      ],
      'The benchmark measures the shipped command line from outside, as a child process. Start that instead of importing it. The soak alone runs the suites itself, for it measures no time.',
    ),
    {
      name: 'defects-name-rules-only',
      severity: 'error',
      comment:
        'A defect names the ids of the rules it breaks. If it used their code, it could not prove them.',
      from: { path: '^src/defects/', ...shipped },
      to: { path: '^src/(rules|report)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'cli-is-the-top',
      severity: 'error',
      comment:
        'Nothing imports the command line but bin/. Move what is shared down to where it belongs.',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'seams-and-defects-stay-out-of-shipped-code',
      severity: 'error',
      comment: 'Only the command line runs the defect matrix; nothing else may know of defects.',
      from: { path: '^src/', pathNot: '^src/(defects|cli)/' },
      to: { path: '^src/defects/' },
    },
    {
      name: 'suites-are-reached-by-vitest-only',
      severity: 'error',
      comment: 'Suites run in the worker. Talk to them through src/run/target.ts and channel.ts.',
      from: { path: '^src/', pathNot: '^src/suites/' },
      to: { path: '^src/suites/' },
    },
    {
      name: 'fixtures-are-for-tests',
      severity: 'error',
      comment: 'A fixture exists for tests: move what shipped code needs of it into a module.',
      from: { pathNot: '\\.(test|fixture)\\.ts$' },
      to: { path: '\\.fixture\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
