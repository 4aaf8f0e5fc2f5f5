/** When a credential of iCIMS let an event in last. */
export const credentialUses = `
ALTER TABLE secret_ages ADD COLUMN last_used_at timestamptz;
`;
