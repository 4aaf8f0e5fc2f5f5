import { Failure } from '../../runtime/failure.ts';

/** Codes of iCIMS' error bodies that are public; 5 stands in where none is known. */
export const errorCodes = {
  internal: 0,
  fieldRequired: 1,
  notFound: 2,
  accessDenied: 3,
  notLowercase: 4,
  unusable: 5,
  credentials: 6,
} as const;

/** What the simulated platform refuses, with what its answer needs: status, code and, when there is one, the field. */
export function refusal(status: number, code: keyof typeof errorCodes, detail: string, field = ''): Failure {
  return new Failure('rejected', code, detail, { facts: { status, errorCode: errorCodes[code], field } });
}
