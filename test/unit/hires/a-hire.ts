import { type HireRecords } from '../../../src/hires/read-path.ts';
import { mapHire, type MapHireRequest, type MappedHire } from '../../../src/hires/map-hire.ts';
import { type Mapping, type PlatformDocument } from '../../../src/platforms/platform.ts';

export const TODAY = '2026-11-20';

const massachusetts = { id: 'D41001024', abbrev: 'MA', value: 'Massachusetts' };
export const unitedStates = { id: 'D41001', abbrev: 'US', value: 'United States' };
export const india = { id: 'D41044', abbrev: 'IN', value: 'India' };

/** Records of a made-up person as iCIMS answers them. */
export function records(change: Partial<HireRecords> = {}): HireRecords {
  return {
    person: {
      firstname: 'Asha',
      lastname: 'Example',
      email: 'asha.example@example.com',
      birthdate: '1994-05-31',
      addresses: [
        { entry: 1, addressstreet1: '2 Sample Road', addresscity: 'Pune', addresscountry: india },
        {
          entry: 2,
          primary: true,
          addressstreet1: '1 Example Way',
          addresscity: 'Sampletown',
          addressstate: massachusetts,
          addresszip: '02139',
          addresscountry: unitedStates,
        },
      ],
    },
    job: {
      jobtitle: 'Engineer',
      joblocation: { id: 23, companyid: 1800, address: 'https://api.example.com/companies/1800/fields/addresses/23' },
    },
    location: {
      name: 'Example Tower',
      addresses: [
        { entry: 22, primary: true, addresscity: 'Elsewhere', addressstate: { abbrev: 'NY', value: 'New York' } },
        { entry: 23, addresscity: 'Sampletown', addressstate: massachusetts, addresszip: '02139' },
      ],
    },
    workflow: { status: { id: 'C20500', value: 'Offer: Accepted' } },
    ...change,
  };
}

export function rules(
  mapping: readonly Mapping[] = [],
  required: PlatformDocument['required'] = {},
): Pick<PlatformDocument, 'mapping' | 'required'> {
  return { mapping: [...mapping], required };
}

export function map(change: Partial<MapHireRequest> = {}): MappedHire {
  return mapHire({ platform: rules(), visaCategory: 'H-1B', records: records(), today: TODAY, ...change });
}

/** Records with other person fields. */
export function withPerson(person: Readonly<Record<string, unknown>>): HireRecords {
  return records({ person });
}
