import { type Finding } from './finding.ts';

/** So long a finding must be gone before its alert is resolved, so that what comes and goes is told of once. */
const CALM_MS = 5 * 60_000;

interface Known {
  readonly id: string;
  readonly cause: string;
  /** When its finding was last there. */
  readonly seenAt: Date;
}

export interface AlertChanges<Alert extends Known> {
  readonly raise: readonly Finding[];
  /** Open already: what is kept of them is brought up to date, and nobody is told. */
  readonly renew: readonly { readonly alert: Alert; readonly finding: Finding }[];
  readonly resolve: readonly Alert[];
}

/** What becomes of the open alerts of a platform, given what is wrong with it now. */
export function alertChanges<Alert extends Known>(
  open: readonly Alert[],
  findings: readonly Finding[],
  now: Date,
): AlertChanges<Alert> {
  const byCause = new Map(findings.map((finding) => [finding.cause, finding]));
  const known = new Set(open.map(({ cause }) => cause));
  return {
    raise: [...byCause.values()].filter(({ cause }) => !known.has(cause)),
    renew: open.flatMap((alert) => {
      const finding = byCause.get(alert.cause);
      return finding === undefined ? [] : [{ alert, finding }];
    }),
    resolve: open.filter(({ cause, seenAt }) => !byCause.has(cause) && now.getTime() - seenAt.getTime() >= CALM_MS),
  };
}
