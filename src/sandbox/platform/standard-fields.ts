import { type Field, type Fields, type ProfileType } from './field.ts';

const text = (label: string, maxLength?: number): Field =>
  maxLength === undefined ? { label, type: 'text' } : { label, type: 'text', maxLength };
const date = (label: string): Field => ({ label, type: 'date' });
const node = (label: string, list: string): Field => ({ label, type: 'node', list });
const onRequest = (field: Field): Field => ({ ...field, onRequest: true });

const address: Fields = {
  primary: { label: 'Primary', type: 'boolean' },
  addresstype: node('Address Type', 'lists.address_type'),
  addressstreet1: text('Street'),
  addressstreet2: text('Street 2'),
  addresscity: text('City'),
  addresscounty: text('County'),
  addressstate: node('State/Province', 'lists.country'),
  addresszip: text('Zip/Postal Code'),
  addresscountry: node('Country', 'lists.country'),
};
const phone: Fields = {
  phonetype: node('Phone Type', 'lists.phone_type'),
  phonenumber: text('Phone Number'),
  phoneextension: text('Extension'),
};
const education: Fields = {
  school: node('School', 'lists.schools'),
  degree: node('Degree', 'lists.degrees'),
  major: node('Major', 'lists.majors'),
  graduationdate: date('Graduation Date'),
  educationcity: text('City'),
};
const workExperience: Fields = {
  worktitle: text('Title'),
  workemployer: text('Employer'),
  workcity: text('City'),
  workstartdate: date('Start Date'),
  workenddate: date('End Date'),
  workdescription: text('Description'),
};

/** iCIMS data model "Recruiting Workflow", group `assessmentresults`. */
const assessmentResults: Fields = {
  assessmentdate: { label: 'Assessment Date', type: 'datetime' },
  assessmentname: node('Assessment Name', 'lists.assessments'),
  assessmentnotes: text('Assessment Notes', 192),
  assessmentresult: text('Assessment Result', 128),
  assessmentscore: { label: 'Assessment Score', type: 'number' },
  assessmentstatus: node('Assessment Status', 'lists.assessment_status'),
  assessmenturl: text('Assessment URL', 1000),
};

const person: Fields = {
  firstname: text('First Name'),
  middlename: onRequest(text('Middle Name')),
  lastname: text('Last Name'),
  email: text('Email'),
  folder: node('Folder', 'lists.person.folders'),
  externalid: onRequest(text('External ID')),
  birthdate: onRequest(date('Date of Birth')),
  gender: onRequest(text('Gender')),
  usssn: onRequest(text('Social Security Number')),
  startdate: onRequest(date('Start Date')),
  hiredate: onRequest(date('Hire Date')),
  enddate: onRequest(date('End Date')),
  salary: onRequest({ label: 'Salary', type: 'salary' }),
  addresses: onRequest({ label: 'Addresses', type: 'group', children: address }),
  phones: onRequest({ label: 'Phones', type: 'group', children: phone }),
  education: onRequest({ label: 'Education', type: 'group', children: education }),
  workexperience: onRequest({ label: 'Work Experience', type: 'group', children: workExperience }),
  resume: onRequest({ label: 'Resume', type: 'file' }),
};

const job: Fields = {
  jobtitle: text('Job Title'),
  jobid: text('Job ID'),
  folder: node('Folder', 'lists.job.folders'),
  joblocation: onRequest({ label: 'Location', type: 'address' }),
  hiringmanager: onRequest({ label: 'Hiring Manager', type: 'profile', profile: 'people' }),
  recruiter: onRequest({ label: 'Recruiter', type: 'profile', profile: 'people' }),
  department: onRequest(node('Department', 'lists.departments')),
  positiontype: onRequest(node('Position Type', 'lists.job.position_type')),
  assessmenttype: onRequest({ label: 'Assessment Type', type: 'nodes', list: 'lists.assessments' }),
  bgcpackagetype: onRequest({ label: 'BGCheck Package', type: 'nodes', list: 'lists.assessments' }),
  numberofpositions: onRequest({ label: 'Number of Openings', type: 'number' }),
  startdate: onRequest(date('Start Date')),
  enddate: onRequest(date('End Date')),
  overview: onRequest({ label: 'Overview', type: 'html' }),
  responsibilities: onRequest({ label: 'Responsibilities', type: 'html' }),
  qualifications: onRequest({ label: 'Qualifications', type: 'html' }),
  offerletter: onRequest({ label: 'Offer Letter', type: 'file' }),
};

const company: Fields = {
  name: text('Location Name'),
  folder: node('Folder', 'lists.company.folders'),
  addresses: onRequest({ label: 'Addresses', type: 'group', children: address }),
};

const workflow = (base: Field): Fields => ({
  associatedprofile: { label: 'Person', type: 'profile', profile: 'people' },
  baseprofile: base,
  status: node('Status', 'lists.statuses'),
  source: text('Source'),
  acceptdeclinedate: onRequest(date('Accept/Decline Date')),
  assessmentresults: onRequest({ label: 'Assessment Results', type: 'group', children: assessmentResults }),
});

/** Standard fields with iCIMS' own labels (data models "Person", "Job Profile", "Recruiting Workflow", …). */
export const standardFields: Readonly<Record<ProfileType, Fields>> = {
  people: person,
  jobs: job,
  companies: company,
  applicantworkflows: workflow({ label: 'Job', type: 'profile', profile: 'jobs' }),
  onboardworkflows: {
    ...workflow(text('New Hire Category')),
    job: { label: 'Associated Job', type: 'profile', profile: 'jobs' },
  },
};
