// Who may import whom. The table is the architecture: a folder not named for another may not be imported by it.
const mayImport = {
  runtime: [],
  platforms: ['runtime'],
  audit: ['platforms', 'runtime'],
  alerts: ['runtime'],
  contract: ['platforms', 'runtime'],
  accounts: ['contract', 'audit', 'runtime'],
  auth: ['contract', 'platforms', 'runtime'],
  icims: ['platforms', 'runtime'],
  hires: ['icims', 'platforms', 'runtime'],
  cases: ['hires', 'platforms', 'runtime'],
  intake: ['contract', 'auth', 'platforms', 'icims', 'hires', 'audit', 'runtime'],
  retention: ['platforms', 'runtime'],
  delivery: ['hires', 'cases/case-system', 'icims', 'platforms', 'runtime'],
  health: ['platforms', 'runtime'],
  store: [
    'platforms',
    'audit',
    'health',
    'intake',
    'hires',
    'cases',
    'delivery',
    'retention',
    'console',
    'accounts',
    'alerts',
    'runtime',
  ],
  console: ['accounts', 'alerts', 'contract', 'platforms', 'icims', 'hires', 'retention', 'audit', 'health', 'runtime'],
  sandbox: ['contract', 'runtime'],
  evidence: ['contract', 'sandbox', 'runtime'],
  cli: ['accounts', 'platforms', 'console', 'audit', 'retention', 'evidence/revalidation', 'runtime'],
};

const folders = Object.keys(mayImport);
const path = (names) => names.map((name) => `^src/${name}`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', 'generated/', '/assets/'] },
      to: {},
    },
    ...folders.map((folder) => ({
      name: `${folder}-imports`,
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: folder === 'sandbox' ? ['^src/sandbox/main\\.ts$'] : [] },
      to: { path: '^src/', pathNot: [`^src/${folder}/`, ...path(mayImport[folder])] },
    })),
    {
      name: 'case-systems-are-strangers',
      severity: 'error',
      from: { path: '^src/cases/([^/]+)/' },
      to: { path: '^src/cases/([^/]+)/', pathNot: '^src/cases/$1/' },
    },
    {
      name: 'http-clients-have-one-door',
      severity: 'error',
      from: { pathNot: '^src/runtime/http' },
      to: { path: 'node_modules/(axios|undici)/' },
    },
    {
      name: 'winston-has-one-door',
      severity: 'error',
      from: { pathNot: '^src/runtime/log' },
      to: { path: 'node_modules/winston' },
    },
    {
      name: 'pages-speak-by-the-contract',
      severity: 'error',
      from: { path: '^src/console/web/' },
      to: { path: '^src/', pathNot: ['^src/console/web/', '^src/contract/generated/admin'] },
    },
    {
      name: 'pages-are-built-not-imported',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/console/web/' },
      to: { path: '^src/console/web/' },
    },
    {
      name: 'nodemailer-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/alerts/create-mailer' },
      to: { path: 'node_modules/nodemailer/' },
    },
    {
      name: 'openid-client-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/accounts/sign-on/' },
      to: { path: 'node_modules/openid-client/' },
    },
    { name: 'pg-has-one-door', severity: 'error', from: { pathNot: '^src/store/' }, to: { path: 'node_modules/pg/' } },
    {
      name: 'validator-has-one-door',
      severity: 'error',
      from: { pathNot: '^src/contract/' },
      to: { path: 'node_modules/express-openapi-validator' },
    },
    // The pages are built into files; what they are made of does not run with the service.
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/console/web/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
