/** A node of a list, in the shape that iCIMS answers it. Countries and states carry `abbrev` and no formatted value. */
export interface ListNode {
  readonly id: string;
  readonly value: string;
  readonly formattedvalue?: string;
  readonly abbrev?: string;
}

/** The lists of one platform. Ids beginning with `D` are iCIMS' own, those with `C` the customer's. */
export class Lists {
  readonly #nodes: Map<string, Map<string, ListNode>>;
  #added = 0;

  constructor(lists: Readonly<Record<string, readonly ListNode[]>>) {
    this.#nodes = new Map(
      Object.entries(lists).map(([list, nodes]) => [list, new Map(nodes.map((each) => [each.id, each]))]),
    );
  }

  names(): string[] {
    return [...this.#nodes.keys()];
  }

  nodes(list: string): readonly ListNode[] | null {
    const nodes = this.#nodes.get(list);
    return nodes === undefined ? null : [...nodes.values()];
  }

  byId(list: string, id: string): ListNode | null {
    return this.#nodes.get(list)?.get(id) ?? null;
  }

  byValue(list: string, value: string): ListNode | null {
    const wanted = value.trim().toLowerCase();
    return this.nodes(list)?.find((each) => each.value.toLowerCase() === wanted) ?? null;
  }

  /** Unknown schools, majors and degrees become new nodes (iCIMS "Person Profile Data Model"). */
  add(list: string, value: string): ListNode {
    this.#added += 1;
    const made = node(`C9${String(this.#added).padStart(6, '0')}`, value);
    this.#nodes.get(list)?.set(made.id, made);
    return made;
  }
}

/** A node of an ordinary list. */
export function node(id: string, value: string): ListNode {
  return { id, value, formattedvalue: value };
}

/** A country or a state. */
export function place(id: string, abbrev: string, value: string): ListNode {
  return { id, abbrev, value };
}
