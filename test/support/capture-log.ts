import { type Log, type LogFacts, type LogLevel } from '../../src/runtime/log.ts';

export interface CapturedLog extends Log {
  /** Every line of every level, as text. */
  lines(): readonly string[];
}

/** A log that keeps what it was told instead of printing it. */
export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const at =
    (level: LogLevel) =>
    (message: string, facts: LogFacts = {}): void =>
      void lines.push(JSON.stringify({ level, message, ...facts }));
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), lines: () => lines };
}
