import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';

const LOG = new URL('../../../src/runtime/log.ts', import.meta.url).href;

/** What a process prints that runs `code` with a log, at level info. */
function printedBy(code: string): Record<string, unknown>[] {
  const program = `import { createLog } from '${LOG}'; const log = createLog('info'); ${code}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is one JSON line a message, whatever the message quotes', () => {
    const printed = printedBy(
      `log.warn('a\\n{"level":"error"}\\u2028 %s', { code: 'X', facts: { field: 'a\\r\\nb' } });`,
    );

    expect(printed).toMatchObject([
      { level: 'warn', message: 'a\n{"level":"error"}\u2028 %s', code: 'X', facts: { field: 'a\r\nb' } },
    ]);
  });

  it('is printable text line by line for any message and fact: nothing moves the cursor or turns the text around', () => {
    const hostile = fc.constantFrom(
      '\n',
      '\r\n',
      '\u2028',
      '\u2029',
      '\u0085',
      '\u001b[2J',
      '\u009b2J',
      '\u202e',
      '\u2066',
      '\0',
      '"}',
      '\ud800',
      '\u007f',
      'é',
      '𝒳',
      '%s',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(hostile).map((pieces) => pieces.join('')),
    );
    const said = fc.sample(fc.record({ message: text, code: text }), { numRuns: 500, seed: 20_261_124 });
    const program = `import { createLog } from '${LOG}'; import { readFileSync } from 'node:fs'; const log = createLog('info');
      for (const { message, code } of JSON.parse(readFileSync(0, 'utf8'))) log.info(message, { code, facts: { field: code } });`;

    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      input: JSON.stringify(said),
      encoding: 'utf8',
    });

    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line) => /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
      said.map(({ message, code }) => ({ message, code, facts: { field: code } })),
    );
  });

  it('leaves out what is below its level', () => {
    expect(printedBy(`log.debug('too quiet'); log.info('heard');`)).toMatchObject([{ message: 'heard' }]);
  });

  it.each([
    ['ends by itself', ''],
    ['is told to exit at once', 'process.exit(1);'],
    ['dies of an error', `throw new Error('a defect');`],
  ])('keeps its last lines when the process %s', (_how, end) => {
    expect(printedBy(`log.info('one'); log.error('two'); ${end}`).map(({ message }) => message)).toEqual([
      'one',
      'two',
    ]);
  });

  it('does not keep a process alive', () => {
    const program = `import { createLog } from '${LOG}'; createLog('info').info('done');`;

    expect(
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', timeout: 10_000 }),
    ).toMatch(/"message":"done"/);
  });
});
