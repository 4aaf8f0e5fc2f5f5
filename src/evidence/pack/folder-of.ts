/** The folder of a platform in the pack. */
export function folderOf({ customerId, name }: { readonly customerId: string; readonly name: string }): string {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `${customerId}-${words}`;
}
