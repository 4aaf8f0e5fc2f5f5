import { Button, Checkbox, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type Schemas } from '../../api.ts';

interface PreviewProps {
  readonly preview: Schemas['ErasurePreview'];
  readonly erasing: boolean;
  readonly onErase: () => void;
}

/** What would go, what stays, and the button, which wants to be told that it is meant. */
export function ErasePreview({ preview, erasing, onErase }: PreviewProps) {
  const [meant, setMeant] = useState(false);
  const { hires, openHires, events } = preview;
  if (hires + events === 0)
    return (
      <Text role="status" mt="md">
        Nothing is known of this person on this platform. Check the ID in iCIMS.
      </Text>
    );
  return (
    <Stack gap="xs" mt="md">
      <Title order={3} size="h5">
        What would go for good
      </Title>
      <Counts preview={preview} />
      <Checkbox
        label={
          openHires > 0
            ? `Withdraw ${openHires} open hire(s), which case system and iCIMS are told, and erase this person for good`
            : 'Erase this person for good'
        }
        checked={meant}
        onChange={({ currentTarget }) => setMeant(currentTarget.checked)}
      />
      <Button color="red.9" disabled={!meant} loading={erasing} onClick={onErase} style={{ alignSelf: 'start' }}>
        Erase
      </Button>
    </Stack>
  );
}

function Counts({ preview: { hires, cases, casesElsewhere, events } }: Pick<PreviewProps, 'preview'>) {
  return (
    <>
      <Text role="status">Nothing was changed yet.</Text>
      <List>
        <List.Item>Hires with their fields and attempts: {hires}</List.Item>
        <List.Item>Cases of the built-in case system: {cases}</List.Item>
        <List.Item>Events: {events}</List.Item>
      </List>
      {casesElsewhere === 0 ? null : (
        <Text>
          Stays: {casesElsewhere} case(s) in another case system. Ask there to erase them; the links are kept below.
        </Text>
      )}
    </>
  );
}
