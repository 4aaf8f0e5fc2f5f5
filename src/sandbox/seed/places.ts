import { place, type ListNode } from '../platform/lists.ts';

/** Countries and states as nodes of `lists.country`; D41001, D41001024 and D41001035 are published ids. */
export const countries = {
  US: place('D41001', 'US', 'United States'),
  AU: place('D41009', 'AU', 'Australia'),
  BR: place('D41023', 'BR', 'Brazil'),
  CA: place('D41031', 'CA', 'Canada'),
  CN: place('D41037', 'CN', 'China'),
  DZ: place('D41003', 'DZ', 'Algeria'),
  FR: place('D41061', 'FR', 'France'),
  GH: place('D41067', 'GH', 'Ghana'),
  ID: place('D41079', 'ID', 'Indonesia'),
  IE: place('D41082', 'IE', 'Ireland'),
  IN: place('D41078', 'IN', 'India'),
  IT: place('D41085', 'IT', 'Italy'),
  MD: place('D41114', 'MD', 'Moldova'),
  MX: place('D41113', 'MX', 'Mexico'),
  NO: place('D41130', 'NO', 'Norway'),
} as const satisfies Readonly<Record<string, ListNode>>;
export type CountryCode = keyof typeof countries;

export const states = {
  CA: place('D41001006', 'CA', 'California'),
  IL: place('D41001016', 'IL', 'Illinois'),
  MA: place('D41001024', 'MA', 'Massachusetts'),
  MN: place('D41001026', 'MN', 'Minnesota'),
  NY: place('D41001035', 'NY', 'New York'),
} as const satisfies Readonly<Record<string, ListNode>>;
type StateCode = keyof typeof states;

/** A made-up work location at a real city, so that county and wage area can be found. */
export interface WorkLocation {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly county: string;
  readonly state: StateCode;
  readonly zip: string;
}
