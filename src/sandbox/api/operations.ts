import {
  readFieldSchema,
  readFiltersSchema,
  readList,
  readLists,
  readProfileSchema,
  readResultsSchema,
} from './definition-operations.ts';
import { deleteFile, readFile, replaceFile } from './file-operations.ts';
import { type Operation, type OperationId } from './operation.ts';
import { addEntry, changeEntry, changeProfile, deleteEntry, readEntry, readProfile } from './profile-operations.ts';
import { search, searchByQuery } from './search-operations.ts';

/** Every operation of openapi/icims.yaml but the token endpoint. Leaving one out does not compile. */
export const operationTable: Readonly<Record<OperationId, Operation>> = {
  readPerson: readProfile,
  readJob: readProfile,
  readCompany: readProfile,
  readApplicantWorkflow: readProfile,
  readOnboardWorkflow: readProfile,
  changePerson: changeProfile,
  changeJob: changeProfile,
  changeCompany: changeProfile,
  changeApplicantWorkflow: changeProfile,
  changeOnboardWorkflow: changeProfile,
  addEntry,
  readEntry,
  changeEntry,
  deleteEntry,
  readFile,
  replaceFile,
  deleteFile,
  search,
  searchByQuery,
  readProfileSchema,
  readFieldSchema,
  readResultsSchema,
  readFiltersSchema,
  readLists,
  readList,
};
