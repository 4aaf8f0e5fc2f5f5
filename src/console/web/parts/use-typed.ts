import { useState } from 'react';

interface Typing {
  readonly currentTarget: { readonly value: string };
}

/** What is typed into the fields of a form, and what each field is bound by. */
export function useTyped<Typed extends Readonly<Record<string, string>>>(initial: Typed | (() => Typed)) {
  const [typed, setTyped] = useState(initial);
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onChange: ({ currentTarget: { value } }: Typing) => setTyped({ ...typed, [name]: value }),
  });
  return { typed, setTyped, field };
}
