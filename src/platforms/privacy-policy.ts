/** What a platform's person agrees to before personal data is read. */
export interface PrivacyPolicy {
  readonly version: string;
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/**
 * The present text. Whoever changes what is read, kept or sent changes it too and gives it a new version: the day, with a
 * letter for a second text of one day. Platforms then ask again before they are enabled the next time.
 */
export const privacyPolicy: PrivacyPolicy = {
  version: '2026-11-24',
  title: 'What this connector does with personal data',
  sections: [
    {
      heading: 'What is read from iCIMS',
      paragraphs: [
        'When a candidate reaches a status that you choose, the connector reads that recruiting workflow, its person, job and location, and of these only the fields that you map. Nothing else is read, and nobody who does not reach such a status. A preview or a dry run that a person starts in the console reads the record that the person names.',
        'Depending on your mapping these fields may hold names, contact data, birth date, citizenship, passport and visa data, salary and job data. The connector lists every one (GET /api/v1/platforms/{customerId}/fields).',
      ],
    },
    {
      heading: 'What is kept',
      paragraphs: [
        'Of a hire that is accepted: the mapped fields, the notification that iCIMS sent, the case, every attempt to deliver it and who looked at which masked field. Of a notification that is refused or ignored: its outcome, the ids of workflow and job, and the reason, without personal data.',
        'Whatever a person does in the console or by the admin API is written to an audit log, with name and time, that cannot be changed afterwards.',
      ],
    },
    {
      heading: 'How it is protected',
      paragraphs: [
        'Personal data and credentials are encrypted at rest with a key that belongs to your platform alone. Connections to iCIMS and to your case system use https. Logs and metrics hold no personal data.',
        'In the console birth dates, passport, social security and pay data are masked. Who holds the right to may reveal one value at a time, and each time is written to the audit log.',
      ],
    },
    {
      heading: 'Where it goes',
      paragraphs: [
        'The fields of an accepted hire go to the case system that you choose. A status and a link go back to the iCIMS workflow. Nothing goes anywhere else, and nothing is used for another purpose.',
      ],
    },
    {
      heading: 'How long, and how it is erased',
      paragraphs: [
        'Events, audit entries and closed hires with their cases are removed by age: after thirteen months, unless your platform document says otherwise. A person can be erased on request at any time, by the iCIMS person id.',
        'Deleting the platform destroys its encryption key, and what was encrypted with it can never be read again, in backups neither. The audit log stays for its own time, without personal data of candidates.',
        'Requests of candidates (access, correction, erasure) come to you as their employer; we help you to answer them.',
      ],
    },
  ],
};
