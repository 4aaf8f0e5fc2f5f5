import { Checkbox, MultiSelect, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api.ts';

export type Document = Schemas['SignOnConnectionDocument'];
type NewPeople = Schemas['SignOnNewPeople'];

interface FieldsProps {
  readonly document: Document;
  readonly set: (changes: Partial<Document>) => void;
}

/** Where the provider is, and as whom we ask it. */
export function ProviderFields({ document: { name, issuer, clientId }, set }: FieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        label="Name of the customer"
        required
        value={name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <TextInput
        label="Issuer"
        type="url"
        placeholder="https://login.example.com"
        required
        value={issuer}
        onChange={({ currentTarget }) => set({ issuer: currentTarget.value.trim() })}
      />
      <TextInput
        label="Client id"
        required
        value={clientId}
        onChange={({ currentTarget }) => set({ clientId: currentTarget.value.trim() })}
      />
    </SimpleGrid>
  );
}

const newPeople: readonly { value: string; label: string }[] = [
  { value: '', label: 'only those who were invited' },
  ...(['hr', 'mobility', 'legal', 'finance', 'auditor'] as const).map((role) => ({
    value: role,
    label: `everybody at the provider, as ${role}`,
  })),
];

/** What the connection opens, and to whom. */
export function AccessFields({ document, set }: FieldsProps) {
  const { data } = useQuery({
    queryKey: ['platforms'],
    queryFn: () => dataOf(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
  });
  const platforms = data?.items.map(({ customerId, name }) => ({ value: customerId, label: `${customerId} ${name}` }));
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MultiSelect
          label="Platforms that it opens"
          data={platforms ?? []}
          value={document.customerIds}
          onChange={(customerIds) => set({ customerIds })}
          required
        />
        <NativeSelect
          label="Who comes in"
          data={[...newPeople]}
          value={document.newPeople ?? ''}
          onChange={({ currentTarget: { value } }) => set({ newPeople: value === '' ? null : (value as NewPeople) })}
        />
      </SimpleGrid>
      <Checkbox
        label="People of these domains may also sign in with a password"
        checked={document.passwordSignIn}
        onChange={({ currentTarget }) => set({ passwordSignIn: currentTarget.checked })}
      />
      <Checkbox
        label="Switched on"
        checked={document.enabled}
        onChange={({ currentTarget }) => set({ enabled: currentTarget.checked })}
      />
    </>
  );
}
