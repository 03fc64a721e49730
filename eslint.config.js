import next from '@next/eslint-plugin-next';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const pureCore = 'lib/core is pure: it runs unchanged in a worker, in Node and in a test';
const noClock = { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pureCore };

const english = '/[a-z,;] [a-z]+ [a-z]/';
const inWords =
  'English stands in lib/core/words, phrases and the words of each fault; here a code with its parameters';
const thrown = "NewExpression[callee.name='Error']";
const noEnglish = [
  { selector: `Literal[value=${english}]:not(${thrown} > Literal)`, message: inWords },
  { selector: `TemplateElement[value.raw=${english}]:not(${thrown} TemplateElement)`, message: inWords },
];

export default defineConfig([
  globalIgnores([
    '.next/**',
    'dist/**',
    'out/**',
    'next-env.d.ts',
    'test-results/**',
    'coverage/**',
    '.bench/**',
    'playwright-report/**',
  ]),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat['recommended-latest']],
    plugins: { '@next/next': next },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...next.configs['core-web-vitals'].rules,
      // The virtualiser's hook is of this kind; the compiler leaves its component alone, which is all that is needed.
      'react-hooks/incompatible-library': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['lib/core/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'self',
          'fetch',
          'localStorage',
          'indexedDB',
          'process',
          'console',
          'performance',
        ].map((name) => ({ name, message: pureCore })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: pureCore },
        { object: 'Date', property: 'now', message: pureCore },
      ],
      'no-restricted-syntax': ['error', noClock],
    },
  },
  {
    files: ['lib/core/**/*.ts'],
    ignores: ['lib/core/{words,phrases,faults}/**'],
    rules: { 'no-restricted-syntax': ['error', noClock, ...noEnglish] },
  },
  {
    files: ['tests/**/*.{ts,tsx}', 'playwright.config.ts', 'vitest.config.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
]);
