import { type components } from '../contract/generated/admin.ts';

type Schemas = components['schemas'];

export type PlatformDocument = Schemas['PlatformDocument'];
export type PlatformField = Schemas['PlatformField'];
export type ConnectionTest = Schemas['ConnectionTest'];
export type HireStory = Schemas['HireStory'];
export type Case = Schemas['Case'];
export type ConnectorEvent = Schemas['Event'];
