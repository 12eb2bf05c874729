import type { ListedCommand } from '../command.ts'

/** Every command of `krr`, in the order of its help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'test',
    summary: 'judges the environments in KRR_ENV and writes their reports',
    load: async () => (await import('./test.ts')).testCommand,
  },
  {
    name: 'init',
    summary: 'writes .env and a workflow for every night, and says what is next',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    name: 'doctor',
    summary: 'says what is wrong with the set-up, key by key, and what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  {
    name: 'field',
    summary: 'says what to change in the reference after a login was recorded (doctor --login)',
    load: async () => (await import('./field.ts')).fieldCommand,
  },
  {
    name: 'login',
    summary: 'logs in beforehand, for a run that begins within minutes',
    load: async () => (await import('./login.ts')).loginCommand,
  },
  {
    name: 'token',
    summary: 'prints one access token of a test user, for curl and the like',
    load: async () => (await import('./token.ts')).tokenCommand,
  },
  {
    name: 'gate',
    summary: 'decides whether a service may switch to another environment',
    load: async () => (await import('./gate.ts')).gateCommand,
  },
  {
    name: 'key',
    summary: 'makes a key that signs reports, or that a client logs in with',
    load: async () => (await import('./key.ts')).keyCommand,
  },
  {
    name: 'report',
    summary: 'opens, serves and tidies the reports of earlier runs',
    load: async () => (await import('./report.ts')).reportCommand,
  },
  {
    name: 'replay',
    summary: 'judges one finding of a report again: fixed, still deviating, or cannot tell',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  {
    name: 'rules',
    summary: 'lists the rules that are judged, with the sentences they are based on',
    load: async () => (await import('./rules.ts')).rulesCommand,
  },
  {
    name: 'check',
    summary: "runs the project's own tests",
    load: async () => (await import('./check.ts')).checkCommand,
    needsCheckout: true,
  },
  {
    name: 'defects',
    summary: 'proves on seeded faults that every rule can fail',
    load: async () => (await import('./defects.ts')).defectsCommand,
  },
  {
    name: 'fuzz',
    summary: 'bends answers at random and looks for what no target may bring about',
    load: async () => (await import('./fuzz.ts')).fuzzCommand,
    needsCheckout: true,
  },
  {
    name: 'spec',
    summary: 'regenerates generated/, or pulls the document an environment publishes',
    load: async () => (await import('./spec.ts')).specCommand,
  },
  {
    name: 'sandbox',
    summary: 'runs a KRR and an ID-porten on this machine until Ctrl-C',
    load: async () => (await import('./sandbox.ts')).sandboxCommand,
  },
  {
    name: 'restore',
    summary: 'puts the language back that a killed run left changed',
    load: async () => (await import('./restore.ts')).restoreCommand,
  },
  {
    name: 'bench',
    summary: 'measures the main job beside its floor (for this project itself)',
    load: async () => (await import('./bench.ts')).benchCommand,
    needsCheckout: true,
  },
]
