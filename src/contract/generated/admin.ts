// Generated from openapi/admin.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/api/v1/platforms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List platforms
         * @description Every platform that is served, by customer ID, with its health in one word.
         */
        get: operations["listPlatforms"];
        put?: never;
        /**
         * Add a platform
         * @description Creates a document that is not enabled and holds the defaults of a customer in the United States. The set-up path
         *     leads through the rest. A script that has the whole document puts it instead.
         */
        post: operations["createPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the privacy policy
         * @description The present text, in plain words, of what is read, kept, encrypted, sent and erased. A new text has a new version.
         */
        get: operations["getPrivacyPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/setup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * How far a platform is on its way to being enabled
         * @description The steps in the order in which a person takes them, each with its state and what is missing. Derived from the
         *     document, the acceptance of the privacy policy and the last connection test; nothing is asked of iCIMS. A document
         *     that is put with `enabled` true is refused for the same reasons.
         */
        get: operations["getSetup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/policy-acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the privacy policy for a platform
         * @description Kept with version, person and time, and in the audit log. In the console the person is the one who has signed in; a
         *     script names the person for whom it acts. A platform that is put for the first time may be accepted for before.
         */
        post: operations["acceptPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/inbound-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the credentials that iCIMS uses towards us
         * @description Their names, and the addresses that are typed into iCIMS beside them. Never a secret.
         */
        get: operations["listInboundCredentials"];
        put?: never;
        /**
         * Make a credential for iCIMS
         * @description A random secret of 256 bits, in this answer and never again. When there is one of this kind already, both work until
         *     the older one is revoked, and the name stays.
         */
        post: operations["addInboundCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/inbound-credentials/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a credential of iCIMS
         * @description It is refused from now on. The last one of a platform that is enabled cannot be revoked.
         */
        post: operations["revokeInboundCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the versions of a platform document
         * @description Newest first. Every change makes one, whoever made it.
         */
        get: operations["listPlatformVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * Compare two versions of a platform document
         * @description Every place in which they differ. A secret that differs reads as changed, its values never.
         */
        get: operations["comparePlatformVersions"];
        put?: never;
        /**
         * What a platform document would change
         * @description Checks a document as a PUT does, and says in what it differs from the present one. Changes nothing. The customer ID is
         *     taken from the path, so that an exported document can be tried on another platform.
         */
        post: operations["previewPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to an earlier version of a platform document
         * @description Makes a new version of it. The credentials of iCIMS towards us stay those of today, and so does every other secret whose
         *     user and host are the same; whether the platform is enabled stays too.
         */
        post: operations["revertPlatform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * Read a platform document
         * @description The document as it was put, secrets replaced by `***`. Its version is in the `ETag` header.
         */
        get: operations["getPlatform"];
        /**
         * Create or replace a platform document
         * @description The whole document. A secret sent as `***` keeps the stored one. With `If-Match` the change is refused (412)
         *     when somebody else changed the document in between. While `enabled` is false the document may be incomplete (no
         *     credentials, triggers or packages yet); put with `enabled` true, everything that is missing is named. A platform
         *     that was not enabled before also wants the privacy policy accepted.
         */
        put: operations["putPlatform"];
        post?: never;
        /**
         * Stop serving a platform
         * @description Deletes the document, its credentials and its data key. What was encrypted with that key (personal data of
         *     hires and cases) can never be read again. Work under way stops after its current step.
         */
        delete: operations["deletePlatform"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/connection-test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * Read the last connection test
         * @description What the last test of the connection to iCIMS found, when, and by whom it was asked.
         */
        get: operations["getConnectionTest"];
        put?: never;
        /**
         * Test the connection to iCIMS
         * @description Uses the same client and guard as live traffic. Says per profile type and field what the API user can see and
         *     what not, what that means and how it is mended in iCIMS; with `workflowId` it also reads that workflow, its
         *     person, job and location as a screening would, and says which fields are empty there. The result is kept.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/icims/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the statuses of the platform
         * @description The statuses that a recruiting workflow can have on this platform, read from iCIMS with calls that leave the reserve
         *     for live traffic alone, and kept for five minutes.
         */
        get: operations["listIcimsStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/icims/nodes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the nodes of a list field
         * @description What can be chosen in a field of the platform. `list` is null, and there are no items, when iCIMS does not tell which
         *     list the field takes its nodes from; ids are then typed in by hand.
         */
        get: operations["listIcimsNodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/icims/fields": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the fields of a profile type as the API user sees them
         * @description From the Schema API of iCIMS, with the customer's labels where iCIMS tells them; kept for five minutes.
         */
        get: operations["listIcimsFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canonical-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys that a mapping may fill
         * @description The canonical record of a hire, by group, with the visa categories that need a key to open or to file.
         */
        get: operations["listCanonicalFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/mapping/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * Suggest iCIMS fields for the canonical keys
         * @description By name, from the fields that the API user sees; best first, at most three for a key. Nothing is saved.
         */
        get: operations["suggestMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/mapping/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping on a real record
         * @description Reads one workflow with its person, job and location, and says for every key what was read, what became of it and
         *     what is wrong. The rows need not be saved, and nothing is kept but an audit entry of the reading. Personal data is
         *     masked; a key named in `reveal` is shown to whoever holds the right to reveal it, with an audit entry of its own.
         */
        post: operations["previewMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what would happen with a real candidate
         * @description Screens one workflow as if iCIMS had just sent that it was moved to `newStatus` (without it: to the first status that
         *     opens a case), by the code that screens live events. Creates nothing and keeps nothing but an audit entry of the
         *     reading; that iCIMS cannot be read is a finding, not an error.
         */
        post: operations["dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/case-system-test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test the case system
         * @description Sends a signed `ping` to a webhook, as openapi/cases-webhook.yaml describes it, with the saved URL and secret. The
         *     built-in case system is always ready. No case is opened.
         */
        post: operations["testCaseSystem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * The newest erasures of a platform
         * @description The last hundred requests, the newest first. They name nobody.
         */
        get: operations["listErasures"];
        put?: never;
        /**
         * Erase a person
         * @description Removes a candidate of this platform, by their person ID in iCIMS: hires with their fields, attempts and built-in cases,
         *     and the events of their workflows. It begins within the minute and is done some two minutes later, when nothing that
         *     was received before the request can come in any more; a withdrawal that case system or iCIMS cannot be told of is
         *     waited for seven days at most. What stays is a keyed hash, counts, the links of cases in other systems, and audit
         *     entries without personal data. An order that comes after the request is a new one and is served. Asking again while
         *     it is under way answers the same request.
         */
        post: operations["requestErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/erasures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What erasing a person would remove
         * @description Counts what an erasure would find now. Changes nothing and keeps nothing of whom it was asked about.
         */
        post: operations["previewErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * What became of an erasure
         * @description Counts, what is waited for, and which cases are kept by other systems and must be erased there. It names nobody.
         */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * List the iCIMS fields that a platform reads and writes
         * @description By profile type and access, as iCIMS asks for it at validation and as the rights of the API user need it. Derived
         *     from the effective mapping (defaults included), the packages and the write-back; nothing else is asked of iCIMS.
         */
        get: operations["listPlatformFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How everything goes
         * @description Figures over all platforms within the caller's reach, and in brief for each of them, those with most failures
         *     first (200 at most). A figure for which there was nothing to count is null, never 100 %.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * How one platform goes
         * @description The same figures for one platform, with what needs attention and what is left of its iCIMS allowance.
         */
        get: operations["getPlatformHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missed-hires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hires of which no event told us
         * @description Workflows that iCIMS search shows in a status that shall open a case, and of which there is no hire: no event came,
         *     or it was refused or failed. An entry goes by itself once there is a hire. `rounds` says when each platform was
         *     looked through last, those with trouble first.
         */
        get: operations["listMissedHires"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/missed-hires/{workflowId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description The iCIMS workflow ID.
                 * @example 40211
                 */
                workflowId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a hire of which no event told us
         * @description Screens the workflow as an event would have had it screened. What that refuses is answered with its code and what
         *     to mend in iCIMS. The event is kept and audited as made by reconciliation, with the caller's name.
         */
        post: operations["openMissedHire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Newest first. Refused and ignored events hold no personal data.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an event
         * @description One event, by the reference that was given to iCIMS in `debugErrorMessage`.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List hires
         * @description Newest first, without the fields.
         */
        get: operations["listHires"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find hires by the person's name
         * @description Newest first. Every word of the name must fit as a whole; case, accents and punctuation do not matter. A name is
         *     sought on one platform, whose own key it takes to look. The name travels in the body, is kept out of every log, and
         *     the search itself is audited without it. Hires accepted before names were indexed are not found.
         */
        post: operations["searchHires"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a hire
         * @description With its canonical fields and every attempt.
         */
        get: operations["getHire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a parked hire
         * @description Tries again at once, with the platform document as it is now. A second click changes nothing.
         */
        post: operations["retryHire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires/{id}/case-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report how the case went on
         * @description Says that the case of this hire is in progress, completed or failed. The iCIMS write-back entry follows. A
         *     completed or failed case closes the hire, so the same candidate can be ordered again.
         */
        post: operations["reportCaseState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Cases of the built-in case system, newest first, without their data.
         */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a case
         * @description One case with its data and history, by id or by number (`IMM-000042`).
         */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/documents/{document}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say whether a document of a case came
         * @description Kept with person and time, in the history of the case and in the audit log. The document itself is not: it goes to
         *     whoever files the petition, and no file is taken here. The same again changes nothing.
         */
        put: operations["putCaseDocument"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/case-board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the cases as a board
         * @description One column for each state, each with the newest cases in it. More of a column are listed by `listCases` with its
         *     state and its `next` as cursor; a case is moved by `reportCaseState`.
         */
        get: operations["getCaseBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries
         * @description Oldest first. `verify=true` re-computes the hash chain up to the newest sealed entry. Who did it is asked for by
         *     `searchAudit`: people are named by their e-mail address, which stands in no URL.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find audit entries
         * @description Newest first, by everything that an entry says. A POST because `actor` may be a person, whose e-mail address is to
         *     stand in no URL, and so in no log of a proxy and no browser history.
         */
        post: operations["searchAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export audit entries
         * @description All entries that fit and were there when the export began, oldest first, in one answer that is sent as it is read.
         *     Before the first of them leaves, the export itself becomes one entry, `audit.exported`, which says what was asked
         *     for and how many entries fit: so one that is cut off is in the log too. `csv` follows RFC 4180, with formulas made
         *     harmless; `json` is one array with an entry a line, so a file that was cut off is no valid JSON.
         */
        post: operations["exportAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The person of the session cookie, what they may do, and the token that every change must send back as `X-CSRF-Token`.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description With e-mail address and password, then with the code of the second factor or a recovery code.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends this session; its cookie is worth nothing afterwards.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Asks for what signing in asks for, and counts as a try of it. Ends every session of the person, this one too, and
         *     starts a new one. Only in a session that began with a password: whoever came by single sign-on has theirs at the
         *     provider (403). API keys go on.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List one's own sessions
         * @description Where the person of the session cookie is signed in, the newest first. Addresses and browsers are not kept.
         */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /**
         * End one's other sessions
         * @description Signs the person out everywhere but here.
         */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions
         * @description Its cookie is worth nothing afterwards. A session of somebody else is as unknown as one that never was (404).
         */
        delete: operations["endOwnSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sign-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin single sign-on
         * @description Finds the sign-on connection that speaks for the domain of the address, and answers where to send the browser (OpenID
         *     Connect, authorization code with PKCE). The answer sets a cookie that binds the sign-in to this browser for ten minutes.
         *     Whether the address has an account is not looked at.
         */
        post: operations["beginSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/sign-on/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish single sign-on
         * @description With the query that the provider gave the browser back, and the cookie of the beginning. Works once. The session reaches
         *     the platforms of the connection and no others; `SIGN_ON_REFUSED` says whom to ask.
         */
        post: operations["finishSignOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on-connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sign-on connections
         * @description The OpenID Connect providers of customers, without their secrets. An admin sees those of which every platform is
         *     theirs. `redirectUri` is what the provider has to be told.
         */
        get: operations["listSignOnConnections"];
        put?: never;
        /**
         * Add a sign-on connection
         * @description For operators only: whoever claims a domain claims the accounts in it, so the operator makes sure first that the
         *     customer owns the domains and runs the provider.
         */
        post: operations["createSignOnConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on-connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a sign-on connection
         * @description All but the secret. For operators only. Another issuer undoes the links of people to their logins; turning it off ends
         *     the sessions that it made; turning password sign-in off ends the sessions that passwords of its people made.
         */
        put: operations["putSignOnConnection"];
        post?: never;
        /**
         * Delete a sign-on connection
         * @description Its sessions end, its domains are free again. Accounts stay; those without a password have no way in until there is another connection.
         */
        delete: operations["deleteSignOnConnection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on-connections/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the client secret
         * @description Whoever manages the people of all platforms of the connection may, so that the secret need not pass through other hands. It is never shown.
         */
        put: operations["replaceSignOnSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-on-connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a sign-on connection
         * @description Reads the provider's description and keys. The client and its secret are first tried by a real sign-in.
         */
        post: operations["testSignOnConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a person
         * @description Makes a link with which one person creates an account. It is shown once and works once, for three days.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an invitation
         * @description For whom it is, and the secret of the second factor to set up.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an account
         * @description Uses the invitation up and signs in. The recovery codes are shown this once.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List people
         * @description Accounts that have a role on a platform the caller manages; operators see all.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Change a person
         * @description Replaces roles on the platforms that the caller manages. Disabling (operators only) ends every session; the last operator who can sign in is not disabled (409).
         */
        put: operations["changePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Without the keys themselves.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description A bearer token for scripts, for one platform or all, with the rights named and none that the caller lacks. Shown once.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description From now on it opens nothing.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/hires/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reveal a masked field
         * @description One value that is masked by default, for those who may see it. Every reveal is audited.
         */
        post: operations["revealField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stuck": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stuck work by cause
         * @description Parked hires, grouped by platform and cause, the most frequent first.
         */
        get: operations["listStuck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List retry runs
         * @description Newest first, with the counts of now.
         */
        get: operations["listRetryRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/retry-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a retry run would release
         * @description Counts the parked hires that fit, by cause, and shows the oldest of them. Nothing is kept and nothing is released.
         */
        post: operations["previewRetryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/retry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a retry run
         * @description Chooses the parked hires of the platform that fit, at most 100,000, and puts them back to work at a steady pace, those
         *     parked first. The pace holds for all processes together, and what was not released in a pause is not caught up
         *     with. While the last minute's worth (at least 100 hires) is still under way, or the platform is switched off, the run
         *     waits. A hire that was delivered, withdrawn or retried meanwhile is skipped. A platform has one run at a time: a second
         *     is refused (409), and so is one that nothing fits.
         */
        post: operations["startRetryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/retry-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * How a retry run goes
         * @description Also after its end, the counts say what became of the hires that it released.
         */
        get: operations["getRetryRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/retry-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a retry run
         * @description What it has not released yet stays parked; what it has released goes on. A run that has ended is refused (409).
         */
        post: operations["cancelRetryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List alerts
         * @description Newest first. One alert is open for a platform and cause at most. Alerts of the whole service (`customerId` null) are for operators.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an alert
         * @description Says that somebody is on it. The first to say so is kept; the alert stays open until its cause is gone.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was told of alerts
         * @description The newest 50 messages, with what became of each. A message is tried for a day, then given up as `failed`.
         */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/alert-settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        /**
         * Read who is told of alerts, and from when on
         * @description The defaults for a platform that has no settings of its own.
         */
        get: operations["getAlertSettings"];
        /**
         * Change who is told of alerts, and from when on
         * @description Replaces all settings. A secret of `***` keeps the stored one as long as the address stays.
         */
        put: operations["putAlertSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/platforms/{customerId}/alert-settings/test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to everybody who is told of this platform
         * @description By the same way as alerts. What became of each message is in the list of notices.
         */
        post: operations["testAlerts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description 200 as long as the process answers and its deliveries go on; 503 when it has not looked for deliveries for 90 seconds, which only a restart mends. The database being away does not make it fail.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * May this process receive traffic
         * @description 503 while the database does not answer, or while the process is shutting down.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prometheus metrics
         * @description Counters and histograms in the Prometheus text format. Keep it off the public network.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {unknown} */
        Role: "admin" | "hr" | "mobility" | "legal" | "finance" | "auditor";
        /** @enum {unknown} */
        Right: "platforms.read" | "platforms.write" | "platforms.delete" | "connection.test" | "events.read" | "hires.read" | "hires.retry" | "cases.read" | "cases.write" | "documents.write" | "audit.read" | "people.manage" | "keys.manage" | "people.erase" | "sign-on.manage" | "reveal.identity" | "reveal.pay";
        Email: string;
        /** @description Not one of those that many people use, and not made of the person's name or address or the product's name (NIST SP 800-63B, section 3.1.1.2). Nothing is asked of its composition. */
        Password: string;
        PlatformRole: {
            customerId: string;
            role: components["schemas"]["Role"];
        };
        SignIn: {
            email: components["schemas"]["Email"];
            password: string;
            /** @description Six digits, or a recovery code. */
            code?: string;
        };
        PasswordChange: {
            /** @description The present one. */
            password: string;
            /** @description Six digits, or a recovery code. */
            code: string;
            newPassword: components["schemas"]["Password"];
        };
        OwnSession: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            usedAt: string;
            /** @description The name of the sign-on connection; null when it began with a password. */
            signOn: string | null;
            /** @description Whether this is the session that asks. */
            current: boolean;
        };
        SecondFactorNeeded: {
            /** @constant */
            status: "second-factor-needed";
        };
        Person: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            operator: boolean;
            roles: components["schemas"]["PlatformRole"][];
            disabled: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description A page of the console that somebody wanted to see before single sign-on came in between. */
        ConsolePlace: string;
        Session: {
            /** @constant */
            status: "signed-in";
            csrfToken: string;
            person: components["schemas"]["Person"];
            place?: components["schemas"]["ConsolePlace"];
            /** @description What the person may do, per platform; a null platform stands for all. */
            access: {
                customerId: string | null;
                rights: components["schemas"]["Right"][];
            }[];
        };
        Invitation: {
            email: components["schemas"]["Email"];
            operator: boolean;
            roles: components["schemas"]["PlatformRole"][];
        };
        InvitationToken: {
            token: string;
        };
        OpenInvitation: {
            /** @description Null for the first operator. */
            email: string | null;
            operator: boolean;
            roles: components["schemas"]["PlatformRole"][];
            totpUri: string;
        };
        Acceptance: {
            token: string;
            email: components["schemas"]["Email"];
            name: components["schemas"]["Text"];
            password: components["schemas"]["Password"];
            code: string;
        };
        PersonChange: {
            roles?: components["schemas"]["PlatformRole"][];
            disabled?: boolean;
            /** @description Signs the person out everywhere. Operators only. */
            endSessions?: boolean;
        };
        ApiKey: {
            /** Format: uuid */
            id: string;
            name: string;
            customerId: string | null;
            scopes: components["schemas"]["Right"][];
            /** @description Whose rights bound the key, today: what they lose, the key loses. */
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            lastUsedAt: string | null;
        };
        NewApiKey: {
            name: components["schemas"]["Text"];
            customerId: string | null;
            scopes: components["schemas"]["Right"][];
        };
        ClientSecret: string;
        /** @description The issuer of one tenant, exactly as the provider's own description names it. */
        SignOnIssuer: string;
        SignOnClientId: string;
        /** @description The domains of e-mail addresses that the provider speaks for; each belongs to one connection. */
        SignOnDomains: string[];
        /** @description The platforms that a session made by it may reach, whatever other roles the person has. */
        SignOnPlatforms: string[];
        /**
         * @description The role, on each of the platforms, of somebody who comes without an account; null lets only invited people in.
         * @enum {unknown}
         */
        SignOnNewPeople: "hr" | "mobility" | "legal" | "finance" | "auditor" | null;
        /** @description False: people of these domains may sign in here only. Operators keep their passwords. */
        SignOnPassword: boolean;
        SignOnConnectionDocument: {
            name: components["schemas"]["Text"];
            issuer: components["schemas"]["SignOnIssuer"];
            clientId: components["schemas"]["SignOnClientId"];
            domains: components["schemas"]["SignOnDomains"];
            customerIds: components["schemas"]["SignOnPlatforms"];
            newPeople: components["schemas"]["SignOnNewPeople"];
            passwordSignIn: components["schemas"]["SignOnPassword"];
            enabled: boolean;
        };
        NewSignOnConnection: {
            name: components["schemas"]["Text"];
            issuer: components["schemas"]["SignOnIssuer"];
            clientId: components["schemas"]["SignOnClientId"];
            clientSecret: components["schemas"]["ClientSecret"];
            domains: components["schemas"]["SignOnDomains"];
            customerIds: components["schemas"]["SignOnPlatforms"];
            newPeople: components["schemas"]["SignOnNewPeople"];
            passwordSignIn: components["schemas"]["SignOnPassword"];
            enabled: boolean;
        };
        SignOnConnection: {
            /** Format: uuid */
            id: string;
            name: components["schemas"]["Text"];
            issuer: components["schemas"]["SignOnIssuer"];
            clientId: components["schemas"]["SignOnClientId"];
            domains: components["schemas"]["SignOnDomains"];
            customerIds: components["schemas"]["SignOnPlatforms"];
            newPeople: components["schemas"]["SignOnNewPeople"];
            passwordSignIn: components["schemas"]["SignOnPassword"];
            enabled: boolean;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            secretReplacedAt: string;
        };
        StuckCause: {
            customerId: string;
            code: string;
            sentence: string;
            count: number;
            /** Format: date-time */
            oldestAt: string;
        };
        RetryRunWish: {
            /** @description The causes that the hires are parked with; left out, every cause. */
            codes?: string[];
            /**
             * Format: date-time
             * @description Parked at this time or later.
             */
            parkedFrom?: string;
            /**
             * Format: date-time
             * @description Parked before this time.
             */
            parkedTo?: string;
            /**
             * @description Hires a minute.
             * @default 60
             */
            perMinute?: number;
        };
        RetryRun: {
            id: string;
            customerId: string;
            /** @enum {unknown} */
            state: "running" | "finished" | "cancelled";
            /** @description Null stands for every cause. */
            codes: string[] | null;
            parkedFrom: string | null;
            parkedTo: string | null;
            perMinute: number;
            madeBy: string;
            /** Format: date-time */
            madeAt: string;
            /** @description When the last hire was released or the run was cancelled. */
            endedAt: string | null;
            /** @description Who cancelled it. */
            endedBy: string | null;
            counts: components["schemas"]["RetryCounts"];
            /** @description Until the last hire is released at this pace; null when it has ended. */
            secondsLeft: number | null;
            /**
             * @description Why a run releases nothing just now: `deliveries` of those that it released before, or the `platform`, which is
             *     switched off. Null when it goes on.
             * @enum {unknown}
             */
            waitsFor: "deliveries" | "platform" | null;
        };
        /**
         * @description `chosen` at the start; of these `released` to work and `skipped` because they needed it no more; of the released those
         *     `delivered`, `parkedAgain` and `withdrawn`. The others are still under way.
         */
        RetryCounts: {
            chosen: number;
            released: number;
            skipped: number;
            delivered: number;
            parkedAgain: number;
            withdrawn: number;
        };
        RetryPreview: {
            count: number;
            causes: {
                code: string;
                sentence: string;
                count: number;
            }[];
            /** @description When the first of them was parked; null when there is none. */
            oldestAt: string | null;
            newestAt: string | null;
            /** @description The ten that would be released first. */
            sample: {
                id: string;
                workflowId: string;
                code: string;
                /** Format: date-time */
                parkedAt: string;
            }[];
            /** @description From the first to the last release at this pace. */
            lastsSeconds: number;
        };
        Alert: {
            /** Format: uuid */
            id: string;
            /** @description Null: the whole service. */
            customerId: string | null;
            cause: string;
            /** @description What is wrong; without personal data. */
            sentence: string;
            /** @description Who must do what. */
            action: string;
            /** @description Where the console shows more. */
            path: string;
            /** Format: date-time */
            since: string;
            /** Format: date-time */
            raisedAt: string;
            /**
             * Format: date-time
             * @description When the cause was last there.
             */
            seenAt: string;
            /** Format: date-time */
            resolvedAt: string | null;
            acknowledgedBy: string | null;
            /** Format: date-time */
            acknowledgedAt: string | null;
        };
        Notice: {
            /** Format: uuid */
            id: string;
            customerId: string | null;
            /** @enum {unknown} */
            kind: "alert.raised" | "alert.resolved" | "digest" | "test";
            title: string;
            /** @enum {unknown} */
            channel: "email" | "webhook";
            to: string | null;
            /** @enum {unknown} */
            state: "pending" | "sent" | "failed";
            attempts: number;
            /** @description Why the last attempt failed. */
            code: string | null;
            /** Format: date-time */
            madeAt: string;
            /** Format: date-time */
            sentAt: string | null;
        };
        AlertSettings: {
            recipients: components["schemas"]["MailAddress"][];
            /** @description Whether the operators of the service are told as well. */
            operators: boolean;
            webhook: null | {
                url: components["schemas"]["HookUrl"];
                secret: components["schemas"]["HookSecret"];
            };
            digest: {
                enabled: boolean;
                /** @description A time of day. */
                at: string;
                /** @description An IANA time zone. */
                zone: string;
            };
            thresholds: {
                /** @description Hires parked for one cause. */
                parkedHires: number;
                waitingMinutes: number;
                successPercent: number;
                silentHours: number;
                allowancePercent: number;
                rotationDays: number;
                secretDays: number;
            };
        };
        MailAddress: string;
        HookUrl: string;
        /** @description At least 24 characters, or `***` to keep the stored one. */
        HookSecret: string;
        /** @enum {unknown} */
        HireState: "accepted" | "opened" | "delivered" | "parked" | "withdrawn";
        /** @enum {unknown} */
        CaseState: "open" | "in-progress" | "completed" | "failed" | "withdrawn";
        /** @enum {unknown} */
        EventOutcome: "accepted" | "ignored" | "refused" | "failed";
        /** @description Write-only. Reads as `***`; sending `***` keeps the stored one, as long as its user and the host that it is sent to stay. */
        Secret: string;
        /** @description A secret as above, empty until it is known. It reads empty until then. */
        LaterSecret: string;
        Text: string;
        /** @description Empty until it is known. */
        LaterText: string;
        /** @description Without a user name, `?`, `#` or white space; https to a public address, unless ALLOW_INSECURE_HOSTS names host and port. */
        HttpUrl: string;
        FieldId: string;
        NodeId: string;
        IcimsAuth: {
            /** @constant */
            type: "oauth2";
            tokenUrl: components["schemas"]["HttpUrl"];
            audience?: string;
            clientId: components["schemas"]["LaterText"];
            clientSecret: components["schemas"]["LaterSecret"];
        } | {
            /** @constant */
            type: "hmac";
            user: components["schemas"]["LaterText"];
            key: components["schemas"]["LaterSecret"];
        } | {
            /** @constant */
            type: "basic";
            username: components["schemas"]["LaterText"];
            password: components["schemas"]["LaterSecret"];
        };
        InboundBasic: {
            username: components["schemas"]["Text"];
            password: components["schemas"]["Secret"];
        };
        InboundHmac: {
            user: components["schemas"]["Text"];
            key: components["schemas"]["Secret"];
        };
        InboundOAuth2: {
            clientId: components["schemas"]["Text"];
            clientSecret: components["schemas"]["Secret"];
        };
        /**
         * @description The credentials that iCIMS uses towards us; at least one when the platform is enabled. Each may be a list of two
         *     while a secret is being changed.
         */
        Inbound: {
            basic?: components["schemas"]["InboundBasic"] | components["schemas"]["InboundBasic"][];
            hmac?: components["schemas"]["InboundHmac"] | components["schemas"]["InboundHmac"][];
            oauth2?: components["schemas"]["InboundOAuth2"] | components["schemas"]["InboundOAuth2"][];
        };
        Trigger: {
            eventType: components["schemas"]["Text"];
            newStatus: components["schemas"]["NodeId"][];
            /**
             * @description update-case reads the hire again and tells the case system what it looks like now.
             * @enum {unknown}
             */
            action: "open-case" | "withdraw-case" | "update-case";
        };
        PackageItem: {
            packageId: string;
            nodeId: components["schemas"]["NodeId"];
            label: components["schemas"]["Text"];
            visaCategory: components["schemas"]["Text"];
        };
        Packages: {
            field: string;
            default: string | null;
            items: components["schemas"]["PackageItem"][];
        };
        Mapping: {
            /** @description A canonical key. */
            to: string;
            from: string;
            /** @description List node id or label to canonical value. */
            values?: {
                [key: string]: string;
            };
        };
        WriteBack: {
            /** @enum {unknown} */
            target: "applicantworkflows" | "onboardworkflows" | "people";
            collection: components["schemas"]["FieldId"];
            /** @description Field ids of the collection, each once. */
            fields: {
                name: components["schemas"]["FieldId"];
                status: components["schemas"]["FieldId"];
                date?: components["schemas"]["FieldId"];
                url: components["schemas"]["FieldId"];
                notes?: components["schemas"]["FieldId"];
            };
            statuses: {
                sent?: components["schemas"]["Text"];
                opened: components["schemas"]["Text"];
                completed: components["schemas"]["Text"];
                failed: components["schemas"]["Text"];
            };
        };
        CaseSystemChoice: {
            /** @constant */
            type: "built-in";
        } | {
            /** @constant */
            type: "webhook";
            url: components["schemas"]["HttpUrl"];
            secret: components["schemas"]["Secret"];
        };
        NewPlatform: {
            customerId: string;
            name: components["schemas"]["Text"];
            /** @enum {unknown} */
            environment: "sandbox" | "production";
        };
        PrivacyPolicy: {
            version: string;
            title: string;
            sections: {
                heading: string;
                paragraphs: string[];
            }[];
        };
        PolicyConsent: {
            /** @description The version of the text that was read. */
            version: string;
            onBehalfOf?: components["schemas"]["Text"];
        };
        PolicyAcceptance: {
            version: string;
            acceptedBy: string;
            /** Format: date-time */
            acceptedAt: string;
        };
        /** @enum {unknown} */
        SetupStepId: "policy" | "connect" | "connection-test" | "inbound" | "triggers" | "packages" | "mapping" | "required" | "write-back" | "case-system" | "dry-run" | "enable";
        SetupStep: {
            id: components["schemas"]["SetupStepId"];
            /**
             * @description An optional step has a default that works.
             * @enum {unknown}
             */
            state: "done" | "open" | "optional";
            /** @description What keeps the platform from being enabled and is mended at this step. */
            missing: {
                /** @description JSON pointer into the platform document. */
                pointer: string;
                sentence: string;
            }[];
        };
        Setup: {
            customerId: string;
            name: string;
            /** @enum {unknown} */
            environment: "sandbox" | "production";
            enabled: boolean;
            version: number;
            policy: {
                /** @description The version of the present text. */
                version: string;
                acceptances: components["schemas"]["PolicyAcceptance"][];
            };
            steps: components["schemas"]["SetupStep"][];
        };
        /** @enum {unknown} */
        InboundKind: "basic" | "hmac" | "oauth2";
        InboundCredentials: {
            eventsUrl: string;
            tokenUrl: string;
            items: {
                kind: components["schemas"]["InboundKind"];
                /** @description 0 for the older of two. */
                position: number;
                name: string;
                /** @description When it let an event of this platform in last, to the minute; null when it was not seen yet. */
                lastUsedAt: string | null;
            }[];
        };
        NewInboundCredential: {
            kind: components["schemas"]["InboundKind"];
            name: string;
            secret: string;
            eventsUrl: string;
            tokenUrl: string;
        };
        PlatformVersion: {
            version: number;
            /** Format: date-time */
            at: string;
            actor: string;
            action: string;
        };
        Differences: {
            items: {
                /** @description JSON pointer. */
                pointer: string;
                /** @enum {unknown} */
                change: "added" | "removed" | "changed";
                /** @description Left out when it was added. */
                before?: unknown;
                /** @description Left out when it was removed. */
                after?: unknown;
            }[];
        };
        /** @description All that is known about one iCIMS customer platform. While it is not enabled it may be incomplete. */
        PlatformDocument: {
            customerId: string;
            name: components["schemas"]["Text"];
            /** @enum {unknown} */
            environment: "sandbox" | "production";
            enabled: boolean;
            icims: {
                apiBaseUrl: components["schemas"]["HttpUrl"];
                auth: components["schemas"]["IcimsAuth"];
                dailyCallLimit: number;
            };
            inbound: components["schemas"]["Inbound"];
            triggers: components["schemas"]["Trigger"][];
            packages: components["schemas"]["Packages"];
            mapping: components["schemas"]["Mapping"][];
            /**
             * @description For a phased roll-out: a case is opened for these visa categories alone; an event of another one is kept as ignored,
             *     with the reason. Left out, every category is enabled.
             */
            enabledCategories?: string[];
            /** @description Canonical keys that iCIMS must hold before a case opens, by visa category; `*` for every one. */
            required: {
                [key: string]: string[];
            };
            writeBack: components["schemas"]["WriteBack"] | null;
            caseSystem: components["schemas"]["CaseSystemChoice"];
            retentionDays?: components["schemas"]["RetentionDays"];
        };
        /** @description How many days data of the platform are kept. What is left out is kept 396 days, which is 13 months. */
        RetentionDays: {
            /** @description Events, from the day they came. Those of a hire stay as long as the hire. As long is kept that a workflow was withdrawn, from its newest withdrawal. */
            events?: number;
            /** @description Hires with their fields, attempts and built-in cases, from the day they were closed. Open ones are never removed. */
            hires?: number;
            /** @description The fields of a hire whose case is open in another case system, from the day they were last told there. */
            deliveredFields?: number;
            /** @description Audit entries. One goes when all that are older may go too, those of other platforms among them. */
            audit?: number;
        };
        ErasureSubject: {
            /** @description The ID of the person in iCIMS. */
            personId: string;
            /**
             * @description Workflows of the person that were refused or ignored, as in an erasure.
             * @default []
             */
            workflowIds?: string[];
        };
        ErasurePreview: {
            hires: number;
            /** @description Of the hires, those that are not closed: they must be withdrawn first. */
            openHires: number;
            /** @description Cases of the built-in case system. */
            cases: number;
            /** @description Cases in other case systems. Erasing them is for those who run them. */
            casesElsewhere: number;
            events: number;
        };
        ErasureRequest: {
            /** @description The ID of the person in iCIMS. */
            personId: string;
            /**
             * @description Workflows of the person that were refused or ignored. Their events name no person, so that only the workflow finds them;
             *     those of hires are found without.
             * @default []
             */
            workflowIds?: string[];
            /**
             * @description What becomes of hires that are not closed. `refuse` answers 409 when there are any.
             * @default refuse
             * @enum {unknown}
             */
            openHires?: "refuse" | "withdraw";
        };
        Erasure: {
            id: string;
            customerId: string;
            /** @enum {unknown} */
            state: "under-way" | "done";
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            doneAt: string | null;
            erased: {
                hires: number;
                /** @description Cases of the built-in case system. */
                cases: number;
                events: number;
            };
            /** @description Withdrawn hires whose withdrawal is still being told. */
            waiting: number;
            /** @description Cases in other case systems. Erasing them is for those who run them. */
            askElsewhere: {
                caseId: string;
                caseUrl: string;
                /** @description Whether that system was told that the order was withdrawn. */
                withdrawn: boolean;
            }[];
            /**
             * Format: date-time
             * @description When the same person was erased before.
             */
            erasedBefore: string | null;
        };
        Attention: {
            code: string;
            /** @description What is wrong and who must do what. */
            sentence: string;
            /** Format: date-time */
            since: string;
        };
        Allowance: {
            limit: number;
            remaining: number;
            resetsInSeconds: number;
        };
        PlatformSummary: {
            customerId: string;
            name: string;
            /** @enum {unknown} */
            environment: "sandbox" | "production";
            enabled: boolean;
            version: number;
            attention: components["schemas"]["Attention"][];
            allowance: components["schemas"]["Allowance"];
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @default 24h
         * @enum {unknown}
         */
        HealthWindow: "24h" | "7d" | "30d";
        /** @description A share from 0 to 1; null when there was nothing to count. */
        Share: number | null;
        Count: number;
        /** @description Delivered of all that were delivered or failed. What a recruiter has to mend (a refused event) is no failure. */
        Success: {
            rate: components["schemas"]["Share"];
            target: number;
            delivered: components["schemas"]["Count"];
            /** @description Hires accepted in the window that wait for a person now. */
            parked: number;
            /** @description Deliveries under way for more than 15 minutes. */
            late: number;
            /** @description Events that we or iCIMS could not serve. */
            failedEvents: number;
        };
        /** @description Right within 10 %; null when nothing was measured. */
        Latency: {
            p50Ms: number;
            p95Ms: number;
        } | null;
        OutcomeCounts: {
            accepted: components["schemas"]["Count"];
            ignored: components["schemas"]["Count"];
            refused: components["schemas"]["Count"];
            failed: components["schemas"]["Count"];
        };
        /** @description iCIMS tells no expiry of its secrets, so this is what can be known. */
        SecretAge: {
            customerId: string;
            /** @description Its place in the platform document. */
            secret: string;
            /**
             * Format: date-time
             * @description Since when it has its value.
             */
            since: string;
            days: components["schemas"]["Count"];
            /**
             * @description `rotate` after 335 days; `remove-old` when its successor is in use for more than a week.
             * @enum {unknown}
             */
            advice: "none" | "rotate" | "remove-old";
        };
        HealthFigures: {
            window: components["schemas"]["HealthWindow"];
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            success: components["schemas"]["Success"];
            queue: {
                depth: components["schemas"]["Count"];
                oldestSeconds: number | null;
            };
            /** @description Of what was delivered in the window: event to answer, answer to case, case to write-back, and the whole way. */
            latency: {
                answer: components["schemas"]["Latency"];
                case: components["schemas"]["Latency"];
                writeBack: components["schemas"]["Latency"];
                whole: components["schemas"]["Latency"];
            };
            events: components["schemas"]["OutcomeCounts"];
            /** @description By the hour (24h) or the UTC day. Times without anything are left out. */
            series: {
                /** Format: date-time */
                at: string;
                accepted: components["schemas"]["Count"];
                ignored: components["schemas"]["Count"];
                refused: components["schemas"]["Count"];
                failed: components["schemas"]["Count"];
                delivered: components["schemas"]["Count"];
            }[];
            /** @description Hires that iCIMS search showed in a trigger status, and those of them that no event of iCIMS opened. */
            firing: {
                rate: components["schemas"]["Share"];
                seen: components["schemas"]["Count"];
                missed: components["schemas"]["Count"];
            };
            completeness: {
                visaCategory: string;
                hires: components["schemas"]["Count"];
                rate: components["schemas"]["Share"];
            }[];
            lastEventAt: string | null;
            secrets: components["schemas"]["SecretAge"][];
        };
        MissedHire: {
            customerId: string;
            workflowId: string;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            /** @enum {unknown} */
            why: "no-event" | "refused" | "failed";
            code: string | null;
            sentence: string;
            /** @description The event that was refused or failed. */
            eventId: string | null;
            eventAt: string | null;
        };
        OpenedMissedHire: {
            /** @enum {unknown} */
            outcome: "accepted" | "duplicate" | "refused";
            hireId: string | null;
            code: string | null;
            sentence: string;
        };
        OverallHealth: components["schemas"]["HealthFigures"] & {
            platforms: {
                customerId: string;
                success: components["schemas"]["Success"];
                events: components["schemas"]["OutcomeCounts"];
                lastEventAt: string | null;
            }[];
        };
        PlatformHealth: components["schemas"]["HealthFigures"] & {
            customerId: string;
            name: string;
            attention: components["schemas"]["Attention"][];
            allowance: components["schemas"]["Allowance"];
        };
        ConnectionTest: {
            /** Format: date-time */
            testedAt: string;
            testedBy: string;
            /** @description Of the platform document that was tested. */
            version: number;
            /** @description False when anything is missing. */
            ok: boolean;
            checks: {
                /** @enum {unknown} */
                name: "login" | "person" | "job" | "location" | "workflow" | "write-back" | "record";
                ok: boolean;
                sentence: string;
                /** @description The fields that are not visible. */
                fields?: string[];
            }[];
            fields: components["schemas"]["FieldCheck"][];
            allowance: components["schemas"]["Allowance"];
        };
        FieldCheck: {
            profile: components["schemas"]["IcimsProfile"];
            /** @description The field id; of a write-back `collection.field`. */
            field: string;
            /** @description The label that the customer gave it, when iCIMS tells it. */
            label: string | null;
            /** @enum {unknown} */
            access: "read" | "read-write";
            /** @description What it is needed for. */
            why: string[];
            /**
             * @description `empty` on the record that was read; `not-permitted`: every iCIMS platform has the field; `missing`: under this id
             *     it does not exist or may not be seen, which iCIMS tells alike; `unknown`: iCIMS could not be asked.
             * @enum {unknown}
             */
            state: "readable" | "empty" | "missing" | "not-permitted" | "unknown";
            /** @description What to do in iCIMS or here; null when there is nothing to do. */
            mend: string | null;
        };
        /** @enum {unknown} */
        IcimsProfile: "people" | "jobs" | "companies" | "applicantworkflows" | "onboardworkflows";
        IcimsNodes: {
            list: string | null;
            items: {
                id: string;
                label: string | null;
            }[];
        };
        IcimsField: {
            id: string;
            label: string | null;
            shape: components["schemas"]["IcimsShape"];
            /** @description The list that its nodes come from. */
            list: string | null;
            /** @description Of a group. */
            fields: components["schemas"]["IcimsFieldPart"][];
        };
        IcimsFieldPart: {
            id: string;
            label: string | null;
            shape: components["schemas"]["IcimsShape"];
            /** @description The list that its nodes come from. */
            list: string | null;
        };
        /** @enum {unknown} */
        IcimsShape: "text" | "number" | "boolean" | "date" | "node" | "nodes" | "link" | "amount" | "group";
        IcimsFields: {
            items: components["schemas"]["IcimsField"][];
        };
        CanonicalFields: {
            visaCategories: string[];
            items: {
                key: string;
                /** @enum {unknown} */
                group: "person" | "status" | "case" | "job" | "employer" | "history";
                /** @description What a person calls it, fit for the middle of a sentence. */
                label: string;
                /** @description How a value is written, for example `date` or `country`. */
                kind: string;
                /** @description True for several values. */
                list: boolean;
                /** @description Masked wherever it is not needed. */
                sensitive: boolean;
                /** @description Of a choice. */
                options: string[];
                /** @description Visa categories that need it to open a case. */
                toOpen: string[];
                /** @description Visa categories that need it to file. */
                toFile: string[];
            }[];
        };
        MappingSuggestions: {
            items: {
                /** @description Canonical key. */
                to: string;
                /** @description Path of the field. */
                from: string;
                /** @description The label that the customer gave it, else the id. */
                label: string;
                /** @description 1 is the same name. */
                score: number;
                /** @description The list that its nodes come from. */
                list: string | null;
            }[];
        };
        MappingPreviewWish: {
            workflowId: string;
            mapping: components["schemas"]["Mapping"][];
            /** @description Canonical keys to show unmasked. */
            reveal?: string[];
        };
        MappingPreview: {
            items: {
                key: string;
                label: string;
                from: string | null;
                /** @description As iCIMS answered it. */
                read: string[];
                /** @description As the case would get it. */
                converted: string[];
                masked: boolean;
                /** @enum {unknown} */
                outcome: "mapped" | "longer-than-form" | "missing" | "unusable";
                /** @description Completes "… must be …". */
                wanted: string | null;
            }[];
        };
        DryRunWish: {
            workflowId: string;
            newStatus?: string;
        };
        DryRun: {
            workflowId: string;
            /** @description Null when the platform has no trigger yet. */
            newStatus: string | null;
            /** @description A platform that is switched off refuses every event, whatever is said here. */
            enabled: boolean;
            /**
             * @description Of the trigger; null when none applies.
             * @enum {unknown}
             */
            action: "open-case" | "withdraw-case" | "update-case" | null;
            /** @enum {unknown} */
            outcome: "accepted" | "ignored" | "duplicate" | "refused" | "failed";
            /** @description The HTTP status that iCIMS would get. */
            status: number;
            code: string | null;
            /** @description What the recruiter would read, or why nothing happens. */
            sentence: string | null;
            package: components["schemas"]["PackageItem"] | null;
            /** @description What iCIMS must hold first. */
            problems: {
                key: string;
                label: string;
                /** @enum {unknown} */
                kind: "missing" | "unusable";
                wanted?: string;
            }[];
            /** @description Keys that the category needs and that may follow later. */
            later: string[];
            /** @description The open hire that is there already. */
            earlier: {
                id: string;
                /** Format: date-time */
                acceptedAt: string;
            } | null;
            /** @enum {unknown} */
            caseSystem: "built-in" | "webhook";
            /** @description The entry that would be written when the case is open. */
            writeBack: {
                target: string;
                collection: string;
                values: {
                    field: string;
                    value: string;
                }[];
            } | null;
        };
        CaseSystemTest: {
            /** @enum {unknown} */
            type: "built-in" | "webhook";
            ok: boolean;
            /** @description Of the answer; null without one. */
            status: number | null;
            ms: number;
            sentence: string;
        };
        PlatformField: {
            /** @enum {unknown} */
            profile: "people" | "jobs" | "companies" | "applicantworkflows" | "onboardworkflows";
            /** @description The field id; of a write-back `collection.field`. */
            field: string;
            /** @enum {unknown} */
            access: "read" | "read-write";
            /** @description The canonical keys that it fills, `package`, `structure` (links and status) or `write-back …`. */
            why: string[];
        };
        Event: {
            /** Format: uuid */
            id: string;
            customerId: string;
            eventType: string;
            outcome: components["schemas"]["EventOutcome"];
            /** @description The stable code when refused or failed. */
            code: string | null;
            reason: string | null;
            workflowId: string | null;
            jobId: string | null;
            oldStatus: string | null;
            newStatus: string | null;
            hireId: string | null;
            /** Format: date-time */
            receivedAt: string;
            /** @description Who had it made by reconciliation; null when iCIMS sent it. */
            madeBy?: string | null;
        };
        Completeness: {
            needed: number;
            present: number;
            missing: string[];
        };
        ParkReason: {
            code: string;
            sentence: string;
        };
        Hire: {
            /** Format: uuid */
            id: string;
            customerId: string;
            workflowId: string;
            personId: string;
            jobId: string | null;
            packageId: string;
            visaCategory: string;
            state: components["schemas"]["HireState"];
            reason: components["schemas"]["ParkReason"] | null;
            /** @description Attempts since it was accepted or last released. */
            attempts: number;
            nextAttemptAt: string | null;
            caseId: string | null;
            caseUrl: string | null;
            eventId: string;
            /** Format: date-time */
            acceptedAt: string;
            openedAt: string | null;
            deliveredAt: string | null;
            completeness: components["schemas"]["Completeness"];
        };
        Attempt: {
            /** Format: date-time */
            at: string;
            step: string;
            /** @enum {unknown} */
            outcome: "done" | "skipped" | "failed";
            code: string | null;
            sentence: string | null;
            milliseconds: number;
            /** @description What went out for it, in order. No body, no query, no credential. */
            calls: {
                method: string;
                host: string;
                /** @description A part that might be a secret is shown as an ellipsis. */
                path: string;
                /** @description 0 when no answer came. */
                status: number;
                milliseconds: number;
            }[];
        };
        HireSearch: {
            customerId: string;
            name: string;
            state?: components["schemas"]["HireState"];
            /** @default 50 */
            limit?: number;
            cursor?: string;
        };
        FoundHire: components["schemas"]["Hire"] & {
            /** @description Null when the platform's data key was deleted. */
            personName: string | null;
        };
        /**
         * @description How the record came to be: what was read from iCIMS, and what each field was made of. Null for hires accepted
         *     before this was kept, and when the platform's data key was deleted.
         */
        HireTrace: {
            /** Format: date-time */
            readAt: string;
            reads: {
                /** @description The iCIMS profile type. */
                profile: string;
                id: string;
                fields: string[];
            }[];
            /** @description Without the fields for which iCIMS held nothing. */
            steps: {
                /** @description The canonical key. */
                key: string;
                /** @description The path in iCIMS. */
                from: string | null;
                /** @description The values as iCIMS gave them; masked when the key is. */
                read: unknown[];
                /** @description Whether a value table of the platform was asked. */
                byTable: boolean;
                /** @enum {unknown} */
                outcome: "mapped" | "longer-than-form" | "missing" | "unusable";
            }[];
        } | null;
        HireStory: components["schemas"]["Hire"] & {
            /** @description The canonical record; null when the platform's data key was deleted. */
            fields: {
                [key: string]: unknown;
            } | null;
            attemptLog: components["schemas"]["Attempt"][];
            trace: components["schemas"]["HireTrace"];
        };
        CaseSummary: {
            /** Format: uuid */
            id: string;
            number: string;
            customerId: string;
            hireId: string;
            visaCategory: string;
            state: components["schemas"]["CaseState"];
            /**
             * @description Whether iCIMS shows what it is to show of the case: `none` when nothing was written there yet and nothing is on its way, `stuck` when the hire is parked.
             * @enum {unknown}
             */
            writeBack: "none" | "pending" | "done" | "stuck";
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        Case: components["schemas"]["CaseSummary"] & {
            fields: {
                [key: string]: unknown;
            } | null;
            documents: components["schemas"]["CaseDocuments"];
            history: {
                /** Format: date-time */
                at: string;
                what: string;
                /** @description Canonical keys of the fields that changed, or the document; never a value. */
                about: string[];
                /** @description Null for what the connector did by itself. */
                by: string | null;
            }[];
        };
        /**
         * @description What the team of the case asks for, to file the petition, by category and as far as the data says. Never what a
         *     worker shows for Form I-9: the worker alone chooses that (8 USC 1324b(a)(6)).
         */
        CaseDocuments: {
            id: string;
            label: string;
            /**
             * @description Who has it.
             * @enum {unknown}
             */
            from: "worker" | "employer";
            state: components["schemas"]["CaseDocumentState"];
            /** Format: date-time */
            changedAt: string | null;
            changedBy: string | null;
        }[];
        /** @enum {unknown} */
        CaseDocumentState: "to-come" | "received" | "not-needed";
        /**
         * @description What is audited, as a closed vocabulary.
         * @enum {unknown}
         */
        AuditAction: "platform.created" | "platform.changed" | "platform.deleted" | "platform.exported" | "policy.accepted" | "credential.created" | "credential.rotated" | "credential.revoked" | "hire.accepted" | "hire.updated" | "hire.withdrawn" | "hire.retried" | "retry-run.started" | "retry-run.cancelled" | "retry-run.finished" | "case.opened" | "case.updated" | "case.withdrawn" | "case.state-reported" | "case.document-marked" | "hire.read" | "hires.searched" | "workflow.read" | "case.read" | "audit.exported" | "person.invited" | "person.created" | "person.changed" | "person.password-changed" | "person.linked" | "person.signed-on" | "sign-on.created" | "sign-on.changed" | "sign-on.secret-replaced" | "sign-on.deleted" | "sign-on.refused" | "api-key.created" | "api-key.revoked" | "field.revealed" | "alert-settings.changed" | "alert.acknowledged" | "alert.tested" | "master-key.rotated" | "backup.made" | "backup.restored" | "data.purged" | "audit.purged" | "erasure.requested" | "erasure.done";
        AuditSubject: string;
        /** @description Every part of it must fit; without any, all entries do. */
        AuditFilter: {
            /** @description Only this platform. */
            customerId?: string;
            /** @description Only what they did: an e-mail address, `key:…` with the name of an API key, `icims`, `delivery`, `retention`, `admin-token`, or `cli:…` with a user. */
            actor?: string;
            action?: components["schemas"]["AuditAction"];
            subject?: components["schemas"]["AuditSubject"];
            /**
             * Format: date-time
             * @description Not before this time.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Before this time.
             */
            to?: string;
        };
        AuditSearch: {
            filter?: components["schemas"]["AuditFilter"];
            /** @default 50 */
            limit?: number;
            cursor?: string;
        };
        AuditExport: {
            /** @enum {unknown} */
            format: "csv" | "json";
            filter?: components["schemas"]["AuditFilter"];
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            next: string | null;
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            actor: string;
            /** @description An `AuditAction`, unless somebody changed the log. */
            action: string;
            customerId: string | null;
            subject: string | null;
            detail: {
                [key: string]: unknown;
            };
            /** @description SHA-256 over this entry and the hash before it; null for the second or so until it is sealed. */
            hash: string | null;
        };
        AuditChain: {
            intact: boolean;
            /** @description How many entries are sealed. */
            sealed: number;
            /** @description How many older ones were removed by age; the rest is chained to the hash of the last. */
            purged: number;
            /** @description The first entry whose hash does not fit. */
            brokenAt: string | null;
        };
        Health: {
            /** @enum {unknown} */
            status: "ok" | "unavailable";
            reason?: string;
        };
        /** @description RFC 9457 problem details. */
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            /** @description What happened and what to do. */
            detail: string;
            reference: string;
            errors?: {
                /** @description JSON pointer into the request body, or the name of the parameter. */
                pointer: string;
                problem: string;
            }[];
        };
    };
    responses: {
        /** @description The request cannot be used; every fault is named. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid admin token. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description iCIMS refused the call for good; `code` and `detail` say why and what to do. */
        IcimsRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The provider, or we, refuse this sign-in; `detail` says why and whom to ask. */
        SignOnRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The provider cannot be used as it is set up. */
        SignOnUnusable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many attempts. */
        TooMany: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such thing. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the state it is in. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody else changed it in between. */
        Changed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 1 MiB. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON. */
        UnsupportedMedia: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Our defect. */
        Defect: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database does not answer. Try again. */
        Unavailable: {
            headers: {
                /** @description Seconds. */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description The iCIMS customer ID. */
        customerId: string;
        /** @description The ETag of the document that was read; with another version the change is refused (412). */
        ifMatch: string;
        /** @description A UUID. */
        id: string;
        /** @description Case id or number. */
        caseId: string;
        /** @description Items a page. */
        limit: number;
        /** @description The `next` of the page before. */
        cursor: string;
        /** @description Only this platform. */
        ofCustomer: string;
        /** @description Not before this time (ISO 8601). */
        from: string;
        /** @description Before this time (ISO 8601). */
        to: string;
        /** @description How far back the figures look, in whole hours. */
        window: components["schemas"]["HealthWindow"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listPlatforms: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of platforms. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlatformSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    createPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPlatform"];
            };
        };
        responses: {
            /** @description The document as it is stored now. */
            201: {
                headers: {
                    /** @description The version, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDocument"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPrivacyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyPolicy"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The steps. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setup"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyConsent"];
            };
        };
        responses: {
            /** @description Accepted, now or before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyAcceptance"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listInboundCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credentials. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundCredentials"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    addInboundCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the document that was read; with another version the change is refused (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["InboundKind"];
                };
            };
        };
        responses: {
            /** @description The credential, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInboundCredential"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeInboundCredential: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the document that was read; with another version the change is refused (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["InboundKind"];
                    /** @description As the list says; 0 is the older of two. */
                    position: number;
                };
            };
        };
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlatformVersions: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlatformVersion"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    comparePlatformVersions: {
        parameters: {
            query: {
                /**
                 * @description The earlier version.
                 * @example 1
                 */
                from: number;
                /**
                 * @description The later version.
                 * @example 2
                 */
                to: number;
            };
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Differences"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformDocument"];
            };
        };
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Differences"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    revertPlatform: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the document that was read; with another version the change is refused (412). */
                "If-Match"?: components["parameters"]["ifMatch"];
            };
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description The document as it is stored now. */
            200: {
                headers: {
                    /** @description The version, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDocument"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The platform document. */
            200: {
                headers: {
                    /** @description The version, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDocument"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    putPlatform: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the document that was edited. */
                "If-Match"?: string;
            };
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlatformDocument"];
            };
        };
        responses: {
            /** @description Replaced; the document as it is stored now. */
            200: {
                headers: {
                    /** @description The version, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDocument"];
                };
            };
            /** @description Created; the document as it is stored now. */
            201: {
                headers: {
                    /** @description The version, quoted. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformDocument"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            412: components["responses"]["Changed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    deletePlatform: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConnectionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last test; null when there was none. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        last: components["schemas"]["ConnectionTest"] | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    workflowId?: string;
                };
            };
        };
        responses: {
            /** @description What was found; `ok` is false when anything is missing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionTest"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIcimsStatuses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IcimsNodes"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            502: components["responses"]["IcimsRefused"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIcimsNodes: {
        parameters: {
            query: {
                /**
                 * @description The profile type that has the field.
                 * @example jobs
                 */
                profile: components["schemas"]["IcimsProfile"];
                /**
                 * @description The field id; within a collection `collection.field`.
                 * @example assessmenttype
                 */
                field: string;
            };
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes of the field's list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IcimsNodes"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            502: components["responses"]["IcimsRefused"];
            503: components["responses"]["Unavailable"];
        };
    };
    listIcimsFields: {
        parameters: {
            query: {
                /**
                 * @description The profile type.
                 * @example jobs
                 */
                profile: components["schemas"]["IcimsProfile"];
            };
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every field that the API user may see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IcimsFields"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            502: components["responses"]["IcimsRefused"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCanonicalFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every key and every visa category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CanonicalFields"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    suggestMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys that something was found for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingSuggestions"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            502: components["responses"]["IcimsRefused"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingPreviewWish"];
            };
        };
        responses: {
            /** @description Every key that a field is mapped to, defaults included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingPreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            502: components["responses"]["IcimsRefused"];
            503: components["responses"]["Unavailable"];
        };
    };
    dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunWish"];
            };
        };
        responses: {
            /** @description What would happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    testCaseSystem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came back; `ok` is false when cases could not be opened. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseSystemTest"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Erasure"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    requestErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description Kept; follow it under its id. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasureSubject"];
            };
        };
        responses: {
            /** @description What there is of the person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPlatformFields: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every field, by profile type and field id. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlatformField"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: {
                /** @description How far back the figures look, in whole hours. */
                window?: components["parameters"]["window"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverallHealth"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPlatformHealth: {
        parameters: {
            query?: {
                /** @description How far back the figures look, in whole hours. */
                window?: components["parameters"]["window"];
            };
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformHealth"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMissedHires: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How often iCIMS is searched. */
                        everySeconds: number;
                        items: components["schemas"]["MissedHire"][];
                        next: string | null;
                        rounds: {
                            customerId: string;
                            endedAt: string | null;
                            /** @description Why the last round was given up for now. */
                            failure: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    openMissedHire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /**
                 * @description The iCIMS workflow ID.
                 * @example 40211
                 */
                workflowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedMissedHire"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
                /** @description Only events of this type. */
                eventType?: string;
                /** @description Only events with this outcome. */
                outcome?: components["schemas"]["EventOutcome"];
                /** @description Only events of this iCIMS workflow. */
                workflowId?: string;
                /** @description Not before this time (ISO 8601). */
                from?: components["parameters"]["from"];
                /** @description Before this time (ISO 8601). */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Event"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listHires: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
                /** @description Only hires in this state. */
                state?: components["schemas"]["HireState"];
                /** @description Only hires of this iCIMS workflow. */
                workflowId?: string;
                /** @description Only hires of this iCIMS person. */
                personId?: string;
                /** @description Only hires for this iCIMS job. */
                jobId?: string;
                /** @description Only hires parked with this code. */
                reason?: string;
                /** @description Not before this time (ISO 8601). */
                from?: components["parameters"]["from"];
                /** @description Before this time (ISO 8601). */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of hires. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Hire"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchHires: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HireSearch"];
            };
        };
        responses: {
            /** @description A page of hires. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FoundHire"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getHire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The hire. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HireStory"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryHire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It will be tried now, or is already on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hire"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCaseState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    state: "in-progress" | "completed" | "failed";
                };
            };
        };
        responses: {
            /** @description Kept; the write-back follows. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hire"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCases: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
                /** @description Only cases in this state. */
                state?: components["schemas"]["CaseState"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseSummary"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Case id or number. */
                id: components["parameters"]["caseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    putCaseDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Case id or number. */
                id: components["parameters"]["caseId"];
                /**
                 * @description The `id` of one of the case's documents.
                 * @example passport
                 */
                document: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    state: components["schemas"]["CaseDocumentState"];
                };
            };
        };
        responses: {
            /** @description All documents of the case, as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseDocuments"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCaseBoard: {
        parameters: {
            query?: {
                /** @description Cases a column. */
                limit?: number;
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The board. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            state: components["schemas"]["CaseState"];
                            /** @description How many there are; 10000 stands for that many or more. */
                            count: number;
                            items: components["schemas"]["CaseSummary"][];
                            next: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
                /** @description Only what was done in this way. */
                action?: components["schemas"]["AuditAction"];
                /** @description Only what was done to this; the reference of a hire, case, person or alert, or an id of iCIMS. */
                subject?: components["schemas"]["AuditSubject"];
                /** @description Also re-compute the whole hash chain. */
                verify?: boolean;
                /** @description Not before this time (ISO 8601). */
                from?: components["parameters"]["from"];
                /** @description Before this time (ISO 8601). */
                to?: components["parameters"]["to"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of audit entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"] & {
                        chain?: components["schemas"]["AuditChain"];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditSearch"];
            };
        };
        responses: {
            /** @description A page of audit entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditExport"];
            };
        };
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    /** @description How many entries fit. An answer that breaks off earlier is not whole. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntry"][];
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; or `second-factor-needed` when the password is right and the code is still to be sent. */
            200: {
                headers: {
                    /** @description The session cookie. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"] | components["schemas"]["SecondFactorNeeded"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description The new session; its CSRF token is another one. */
            200: {
                headers: {
                    /** @description The session cookie. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions that have not ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnSession"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This is the only session now. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOwnSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: components["schemas"]["Email"];
                    place?: components["schemas"]["ConsolePlace"];
                };
            };
        };
        responses: {
            /** @description Where to send the browser. */
            200: {
                headers: {
                    /** @description The cookie of this sign-in. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            502: components["responses"]["SignOnUnusable"];
            503: components["responses"]["Unavailable"];
        };
    };
    finishSignOn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description As it stands in the address, without `?`. */
                    query: string;
                };
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    /** @description The session cookie. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["SignOnRefused"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            502: components["responses"]["SignOnUnusable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSignOnConnections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The connections. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SignOnConnection"][];
                        redirectUri: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSignOnConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignOnConnection"];
            };
        };
        responses: {
            /** @description The connection. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOnConnection"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    putSignOnConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOnConnectionDocument"];
            };
        };
        responses: {
            /** @description The connection. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOnConnection"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSignOnConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceSignOnSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    clientSecret: components["schemas"]["ClientSecret"];
                };
            };
        };
        responses: {
            /** @description Replaced. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    testSignOnConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether people can be sent there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        works: boolean;
                        detail: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        url: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationToken"];
            };
        };
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    /** @description The session cookie. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        recoveryCodes: string[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChange"];
            };
        };
        responses: {
            /** @description The person as changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ApiKey"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description The key. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"] & {
                        key: string;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    revealField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                };
            };
        };
        responses: {
            /** @description The value, or each of a list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        values: string[];
                        /** @description The values as iCIMS gave them. */
                        read: unknown[];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStuck: {
        parameters: {
            query?: {
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The causes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StuckCause"][];
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRetryRuns: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RetryRun"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewRetryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRunWish"];
            };
        };
        responses: {
            /** @description What fits now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryPreview"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    startRetryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRunWish"];
            };
        };
        responses: {
            /** @description The run; follow it under its id. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRetryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelRetryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description Items a page. */
                limit?: components["parameters"]["limit"];
                /** @description The `next` of the page before. */
                cursor?: components["parameters"]["cursor"];
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
                /** @description Alerts that are open, or that are over. */
                state?: "open" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Alert"][];
                        next: string | null;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID. */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description Only this platform. */
                customerId?: components["parameters"]["ofCustomer"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        /** @description False while no mail server is configured: nobody gets mail. */
                        mail: boolean;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings; the webhook's secret reads as `***`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertSettings"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    putAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertSettings"];
            };
        };
        responses: {
            /** @description The settings as kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertSettings"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    testAlerts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The iCIMS customer ID. */
                customerId: components["parameters"]["customerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many messages are on their way; 0 when nobody can be told. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: number;
                    };
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["Defect"];
            503: components["responses"]["Unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Alive, but its deliveries stand still. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Invalid"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            "4XX": components["responses"]["Invalid"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            "4XX": components["responses"]["Invalid"];
        };
    };
}
