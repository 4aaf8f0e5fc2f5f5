/** The shapes that openapi-typescript gives an operation, as far as handlers need them. */
export interface OperationShape {
  parameters: { query?: unknown; path?: unknown; header?: unknown };
  requestBody?: unknown;
  responses: object;
}

type Content<Shape> = Shape extends { content: infer Media }
  ? Media extends Record<string, unknown>
    ? Media[keyof Media]
    : undefined
  : undefined;

/** A text may come in pieces, each made when the one before it was taken. */
type Body<Shape> = Content<Shape> | (string extends Content<Shape> ? AsyncIterable<string> : never);

/** One answer for each status the contract declares. A handler that answers another one does not compile. */
export type AnswerOf<Operation extends OperationShape> = {
  [Status in keyof Operation['responses'] & number]: {
    readonly status: Status;
    readonly body: Body<Operation['responses'][Status]>;
    readonly headers?: Readonly<Record<string, string>>;
  };
}[keyof Operation['responses'] & number];

/** What a handler gets, already validated against the contract. */
interface RequestOf<Operation extends OperationShape, Caller> {
  readonly path: Operation['parameters'] extends { path: infer Path } ? Path : Readonly<Record<string, never>>;
  readonly query: [NonNullable<Operation['parameters']['query']>] extends [never]
    ? Readonly<Record<string, never>>
    : NonNullable<Operation['parameters']['query']>;
  readonly body: Operation extends { requestBody: infer Body }
    ? Content<Body>
    : Operation extends { requestBody?: infer Body }
      ? Content<NonNullable<Body>> | undefined
      : undefined;
  readonly header: (name: string) => string | undefined;
  readonly caller: Caller;
  /** The network address that the request came from. */
  readonly address: () => string;
}

/** A handler for every operation of a contract. Leaving one out does not compile. */
export type Handlers<Operations extends Record<keyof Operations, OperationShape>, Caller> = {
  readonly [Id in keyof Operations]: (request: RequestOf<Operations[Id], Caller>) => Promise<AnswerOf<Operations[Id]>>;
};
