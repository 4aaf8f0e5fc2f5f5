/** What a check found: the answer in words, and whatever speaks against it. */
export interface Finding {
  readonly answer: string;
  /** Each a sentence that names what is wrong; none when the requirement is shown. */
  readonly problems: readonly string[];
}

/** A finding with the problems of the claims that do not hold. */
export function finding(answer: string, claims: readonly (readonly [holds: boolean, problem: string])[]): Finding {
  return { answer, problems: claims.filter(([holds]) => !holds).map(([, problem]) => problem) };
}
