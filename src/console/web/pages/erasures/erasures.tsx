import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { ErrorNote, Nothing, Waiting } from '../../parts/told.tsx';
import { useMayOn } from '../../session.ts';
import { EraseForm } from './erase-form.tsx';
import { ErasureList } from './erasure-list.tsx';

/** Requests of people to be erased: what would go, the request, and what became of the earlier ones. */
export function ErasuresPage() {
  const { data, error } = useQuery({
    queryKey: ['erasure-platforms'],
    queryFn: () => dataOf(api.GET('/api/v1/platforms', { params: { query: { limit: 200 } } })),
  });
  const mayErase = useMayOn('people.erase');
  return (
    <Stack>
      <PageHead title="Erasures" />
      <ErrorNote error={error} />
      {data === undefined && error === null ? <Waiting /> : null}
      {data === undefined ? null : <OfPlatform platforms={data.items.filter((each) => mayErase(each.customerId))} />}
    </Stack>
  );
}

function OfPlatform({ platforms }: { platforms: readonly Schemas['PlatformSummary'][] }) {
  const [customerId, setCustomerId] = useState(platforms[0]?.customerId);
  if (customerId === undefined)
    return (
      <Nothing title="No platform here">People are erased per platform, by whoever has the role admin on it.</Nothing>
    );
  return (
    <>
      <NativeSelect
        label="Platform"
        value={customerId}
        onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
        data={platforms.map((each) => ({ value: each.customerId, label: `${each.customerId} ${each.name}` }))}
      />
      <EraseForm key={customerId} customerId={customerId} />
      <ErasureList customerId={customerId} />
    </>
  );
}
