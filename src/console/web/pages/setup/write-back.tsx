import { NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Asked } from './asked.tsx';
import { fieldsQuery, toChoice } from './icims-queries.ts';
import { SaveBar } from './save-bar.tsx';
import { type StepProps } from './step-props.ts';
import { useSave } from './use-document.ts';
import { lackingOfWriteBack, standardWriteBack, targets, type WriteBack } from './write-back-choice.ts';
import { WriteBackEntry } from './write-back-entry.tsx';

/** Where recruiters see what became of a case: one entry of a collection for each hire. */
export function WriteBackStep({ document, setup, onDone }: StepProps) {
  const [writeBack, setWriteBack] = useState<WriteBack | null>(document.writeBack);
  const { save, reload } = useSave(setup.customerId, onDone);
  return (
    <Stack maw={640}>
      <Switch
        label="Write status and link of the case into iCIMS"
        checked={writeBack !== null}
        onChange={({ currentTarget }) => setWriteBack(currentTarget.checked ? standardWriteBack : null)}
      />
      {writeBack === null ? (
        <Text>Recruiters see nothing of the case in iCIMS then; everything else works.</Text>
      ) : (
        <Target customerId={setup.customerId} writeBack={writeBack} onChange={setWriteBack} />
      )}
      <SaveBar
        lacking={writeBack === null ? '' : lackingOfWriteBack(writeBack)}
        saving={save.isPending}
        error={save.error}
        onSave={() => save.mutate({ writeBack })}
        onReload={reload}
      />
    </Stack>
  );
}

interface TargetProps {
  readonly customerId: string;
  readonly writeBack: WriteBack;
  readonly onChange: (writeBack: WriteBack) => void;
}

function Target({ customerId, writeBack, onChange }: TargetProps) {
  const { target, collection } = writeBack;
  const query = useQuery(fieldsQuery(customerId, target));
  const pick = (picked: string): void => onChange({ ...standardWriteBack, target: picked as WriteBack['target'] });
  return (
    <>
      <NativeSelect
        label="On which record"
        value={target}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
        data={targets}
      />
      <Asked query={query} what="the collections of this record">
        {({ items }) => {
          const groups = items.filter(({ shape }) => shape === 'group');
          const group = groups.find(({ id }) => id === collection);
          const data = groups.map(toChoice);
          return (
            <>
              <NativeSelect
                label="Collection that gets the entry"
                value={collection}
                error={
                  group === undefined ? 'The API user does not see this collection. Choose another one.' : undefined
                }
                onChange={({ currentTarget }) => onChange({ ...writeBack, collection: currentTarget.value })}
                data={group === undefined ? [{ value: collection, label: `${collection} (not seen)` }, ...data] : data}
              />
              <WriteBackEntry {...{ customerId, writeBack, onChange }} fields={group?.fields ?? []} />
            </>
          );
        }}
      </Asked>
    </>
  );
}
