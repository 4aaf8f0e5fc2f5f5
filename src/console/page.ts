/** A page of a list: newest or oldest first as the list says, `next` is the cursor of the page after. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface PageWish {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly customerId?: string | undefined;
  /** Only these platforms; undefined means all. */
  readonly platforms?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}
