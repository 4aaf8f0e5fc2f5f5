/** Whatever has dates, as JSON: every Date an ISO 8601 string in UTC. */
type Shown<Value> = Value extends Date
  ? string
  : Value extends readonly (infer Item)[]
    ? Shown<Item>[]
    : Value extends object
      ? { -readonly [Key in keyof Value]: Shown<Value[Key]> }
      : Value;

/** The value as it will be sent. The contract's validator looks at it before it is text, and knows no dates. */
export function show<Value>(value: Value): Shown<Value> {
  return JSON.parse(JSON.stringify(value)) as Shown<Value>;
}
