const REFERENCE = /"reference":"([0-9a-f-]{36})"/;

/** The hire that an answer of 200 names. */
export function referenceIn(body: string): string | undefined {
  return REFERENCE.exec(body)?.[1];
}
