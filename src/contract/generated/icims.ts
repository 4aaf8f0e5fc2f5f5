// Generated from openapi/icims.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue an access token
         * @description OAuth 2.0 client-credentials grant with a form body. A token lives for a day; a client that asks for more than
         *     500 tokens in ten minutes is throttled, so tokens are to be kept and used until shortly before they end.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a person
         * @description A candidate, new hire, employee or recruiter.
         *     Only fields that hold a value and that the API user may see are answered. Without `fields` a small default set
         *     comes back; ask for what you need by name.
         */
        get: operations["readPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of a person
         * @description Sets the fields of the body; null or an empty string deletes a value. Refused with code 1 when another field
         *     that this platform requires is empty and not part of the body.
         */
        patch: operations["changePerson"];
        trace?: never;
    };
    "/customers/{customerId}/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a job
         * @description A requisition. Screening packages sit here as list nodes.
         *     Only fields that hold a value and that the API user may see are answered. Without `fields` a small default set
         *     comes back; ask for what you need by name.
         */
        get: operations["readJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of a job
         * @description Sets the fields of the body; null or an empty string deletes a value. Refused with code 1 when another field
         *     that this platform requires is empty and not part of the body.
         */
        patch: operations["changeJob"];
        trace?: never;
    };
    "/customers/{customerId}/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a location
         * @description A work location with its addresses; the job points at one of them by `joblocation`.
         *     Only fields that hold a value and that the API user may see are answered. Without `fields` a small default set
         *     comes back; ask for what you need by name.
         */
        get: operations["readCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of a location
         * @description Sets the fields of the body; null or an empty string deletes a value. Refused with code 1 when another field
         *     that this platform requires is empty and not part of the body.
         */
        patch: operations["changeCompany"];
        trace?: never;
    };
    "/customers/{customerId}/applicantworkflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read a recruiting workflow
         * @description Joins a person (`associatedprofile`) with a job (`baseprofile`).
         *     Only fields that hold a value and that the API user may see are answered. Without `fields` a small default set
         *     comes back; ask for what you need by name.
         */
        get: operations["readApplicantWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of a recruiting workflow
         * @description Sets the fields of the body; null or an empty string deletes a value. Refused with code 1 when another field
         *     that this platform requires is empty and not part of the body.
         */
        patch: operations["changeApplicantWorkflow"];
        trace?: never;
    };
    "/customers/{customerId}/onboardworkflows/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Read an onboarding workflow
         * @description Joins a person with a new hire category (`baseprofile`); `job` may be absent.
         *     Only fields that hold a value and that the API user may see are answered. Without `fields` a small default set
         *     comes back; ask for what you need by name.
         */
        get: operations["readOnboardWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change fields of an onboarding workflow
         * @description Sets the fields of the body; null or an empty string deletes a value. Refused with code 1 when another field
         *     that this platform requires is empty and not part of the body.
         */
        patch: operations["changeOnboardWorkflow"];
        trace?: never;
    };
    "/customers/{customerId}/{profile}/{id}/fields/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add an entry to a collection field
         * @description iCIMS keeps no two identical entries: an identical one is dropped, and the answer is a success all the same
         *     ("Collection Fields"). Entries are read one by one, or all of them by `fields=` on the profile.
         */
        post: operations["addEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/{profile}/{id}/fields/{field}/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description Number of the entry.
                 * @example 77
                 */
                entry: components["parameters"]["Entry"];
            };
            cookie?: never;
        };
        /**
         * Read one entry of a collection field
         * @description For example one address of a location, as `joblocation.address` names it.
         */
        get: operations["readEntry"];
        put?: never;
        post?: never;
        /**
         * Delete one entry of a collection field
         * @description The entry and its number are gone.
         */
        delete: operations["deleteEntry"];
        options?: never;
        head?: never;
        /**
         * Change one entry of a collection field
         * @description Sets the fields of the body. A change that would make two entries identical answers success and changes nothing.
         */
        patch: operations["changeEntry"];
        trace?: never;
    };
    "/customers/{customerId}/{profile}/{id}/fields/{field}/binary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        /**
         * Read the file of a binary field
         * @description The raw bytes with their own content type. Without a file the answer is a JSON error, not an empty file.
         */
        get: operations["readFile"];
        put?: never;
        post?: never;
        /**
         * Delete the file of a binary field
         * @description A person's `resume` cannot be deleted.
         */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        /**
         * Add or replace the file of a binary field
         * @description One file part. POST is not supported ("Binary Files").
         */
        patch: operations["replaceFile"];
        trace?: never;
    };
    "/customers/{customerId}/search/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description What to search.
                 * @example applicantworkflows
                 */
                type: components["parameters"]["SearchType"];
            };
            cookie?: never;
        };
        /**
         * Search, with the query in the address
         * @description As `search`, with the JSON query percent-encoded in `searchJson`.
         */
        get: operations["searchByQuery"];
        put?: never;
        /**
         * Search
         * @description Answers ids only, ascending, at most 1,000; the next page is asked for with a filter `<type>.id > <last id>`. At
         *     least one filter is needed and an unknown attribute rejects the query. A badly formatted date is ignored, which
         *     means that it matches everything. Results come from a cache of up to 15 minutes unless `staleness=0`.
         */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profiledefinitions/v1/{type}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type in the singular; `submittal` is the recruiting workflow.
                 * @example person
                 */
                type: components["parameters"]["DefinitionType"];
            };
            cookie?: never;
        };
        /**
         * Read the schema of a profile type
         * @description Which fields the API user may see on a profile type, as a JSON Schema. Types are singular here.
         */
        get: operations["readProfileSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/profiledefinitions/v1/{type}/{field}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type in the singular; `submittal` is the recruiting workflow.
                 * @example person
                 */
                type: components["parameters"]["DefinitionType"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        /**
         * Read the schema of one field
         * @description The JSON Schema of one field of a profile type.
         */
        get: operations["readFieldSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/resultsSchema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Read the schema of search results
         * @description What `search` answers.
         */
        get: operations["readResultsSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/search/filtersSchema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Read the schema of search filters
         * @description What `search` takes.
         */
        get: operations["readFiltersSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/v2/lists": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        /**
         * Read the names of the platform's lists
         * @description Standard lists; the customer's own lists are children of `lists.customfields_lists`.
         */
        get: operations["readLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/{customerId}/v2/lists/{listId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description A list id (`lists.country`), or the node id of a customer's own list.
                 * @example lists.country
                 */
                listId: string;
            };
            cookie?: never;
        };
        /**
         * Read one level of a list
         * @description The immediate children of a list or node, paged; deeper levels by the links under `_links`. The names of the
         *     keys beside `_links` are not public, so a client should rely on nothing but the ids and values of the children.
         */
        get: operations["readList"];
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
        /** @description Body of a client-credentials grant. */
        TokenRequest: {
            grant_type: string;
            client_id: string;
            client_secret: string;
            /** @description `https://api.icims.com/v1/` for the United States. */
            audience?: string;
        };
        /** @description A bearer token. */
        Token: {
            access_token: string;
            token_type: string;
            /** @description Seconds. */
            expires_in: number;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 6749 error. */
        TokenError: {
            error: string;
            error_description?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What went wrong, repeated in the `X-Error` headers. */
        Errors: {
            errors: ({
                errorMessage: string;
                /** @description A number; the Search API answers it as text. */
                errorCode: number | string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /** @description Field ids and their new values. List nodes are set by `{"id"}` or `{"value"}`, links by the bare id number. */
        Values: {
            [key: string]: unknown;
        };
        /** @description A node of a list. Ids with `D` are iCIMS' own, with `C` the customer's; labels may be changed by the customer. */
        ListNode: {
            id: string;
            value: string;
            formattedvalue?: string;
            /** @description Countries and states only. */
            abbrev?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A link to a person, job or other profile. */
        ProfileLink: {
            id: number;
            value: string;
            profile?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A link to one address of a location. */
        AddressLink: {
            /** @description Entry of the address. */
            id: number;
            companyid: number;
            address?: string;
            value: string;
        } & {
            [key: string]: unknown;
        };
        /** @description An amount with its time frame (Hourly, Daily, Weekly, Monthly, Yearly). */
        Salary: {
            amount: number;
            currency: string;
            timeframe?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A link of a profile; `rel` is always `self`, the title tells them apart. */
        Link: {
            rel?: string;
            title?: string;
            url?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One address. */
        Address: {
            entry?: number;
            primary?: boolean;
            addresstype?: components["schemas"]["ListNode"];
            addressstreet1?: string;
            addressstreet2?: string;
            addresscity?: string;
            addresscounty?: string;
            addressstate?: components["schemas"]["ListNode"];
            addresszip?: string;
            addresscountry?: components["schemas"]["ListNode"];
        } & {
            [key: string]: unknown;
        };
        /** @description One entry of a collection, with its number. */
        Entry: {
            entry: number;
        } & {
            [key: string]: unknown;
        };
        /** @description A person; immigration answers are the customer's own `field####` fields. */
        Person: {
            firstname?: string;
            middlename?: string;
            lastname?: string;
            email?: string;
            externalid?: string;
            /** @description yyyy-MM-dd */
            birthdate?: string;
            gender?: string;
            /** @description yyyy-MM-dd */
            startdate?: string;
            /** @description yyyy-MM-dd */
            hiredate?: string;
            usssn?: string;
            folder?: components["schemas"]["ListNode"];
            addresses?: components["schemas"]["Address"][];
            phones?: components["schemas"]["Entry"][];
            education?: components["schemas"]["Entry"][];
            workexperience?: components["schemas"]["Entry"][];
            salary?: components["schemas"]["Salary"];
            links?: components["schemas"]["Link"][];
        } & {
            [key: string]: unknown;
        };
        /** @description A job. */
        Job: {
            jobtitle?: string;
            /** @description The number that people see; not the system id. */
            jobid?: string;
            folder?: components["schemas"]["ListNode"];
            joblocation?: components["schemas"]["AddressLink"];
            hiringmanager?: components["schemas"]["ProfileLink"];
            recruiter?: components["schemas"]["ProfileLink"];
            department?: components["schemas"]["ListNode"];
            positiontype?: components["schemas"]["ListNode"];
            assessmenttype?: components["schemas"]["ListNode"][];
            bgcpackagetype?: components["schemas"]["ListNode"][];
            /** @description yyyy-MM-dd */
            startdate?: string;
            /** @description yyyy-MM-dd */
            enddate?: string;
            overview?: string;
            responsibilities?: string;
            qualifications?: string;
            links?: components["schemas"]["Link"][];
        } & {
            [key: string]: unknown;
        };
        /** @description A location. */
        Company: {
            name?: string;
            folder?: components["schemas"]["ListNode"];
            addresses?: components["schemas"]["Address"][];
            links?: components["schemas"]["Link"][];
        } & {
            [key: string]: unknown;
        };
        /** @description A recruiting or onboarding workflow. */
        Workflow: {
            associatedprofile?: components["schemas"]["ProfileLink"];
            baseprofile?: components["schemas"]["ProfileLink"];
            job?: components["schemas"]["ProfileLink"];
            status?: components["schemas"]["ListNode"];
            source?: string;
            assessmentresults?: components["schemas"]["Entry"][];
            links?: components["schemas"]["Link"][];
        } & {
            [key: string]: unknown;
        };
        /** @description A group of filters. Operators of a group are `&` and `|`. */
        SearchQuery: {
            filters?: components["schemas"]["SearchFilter"][];
            operator?: string;
            children?: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description Several values mean "one of them". For dates `value` is from and `secondaryValue` is to. */
        SearchFilter: {
            name?: string;
            value?: string[];
            secondaryValue?: string[];
            operator?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Ids only. */
        SearchResults: {
            searchResults: ({
                id: number;
                self: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A JSON Schema (json-schema.org). Whether iCIMS tells a field's label (`title`) and the list that its nodes come
         *     from (`list`) is not public: a client must do without either.
         */
        JsonSchema: {
            type?: string;
            /** @description The customer's own label of the field. */
            title?: string;
            /** @description The id of the list that nodes come from. */
            list?: string;
            properties?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Ids of the platform's standard lists. */
        Lists: {
            lists: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description The immediate children of a list or node. */
        ListLevel: {
            id?: string;
            children: components["schemas"]["ListNode"][];
            _links: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request cannot be served; a field is missing or holds an unusable value. */
        BadRequest: {
            headers: {
                "X-Error": components["headers"]["XError"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description No valid credential for this customer platform. */
        Unauthenticated: {
            headers: {
                "X-Error": components["headers"]["XError"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description It does not exist (code 2), or the API user has no right to it (code 3). */
        NotFound: {
            headers: {
                "X-Error": components["headers"]["XError"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The content type is not the one that the operation takes. iCIMS publishes no code for it. */
        UnsupportedMedia: {
            headers: {
                "X-Error": components["headers"]["XError"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The daily allowance is used up, or calls come too fast. */
        TooMany: {
            headers: {
                "X-Error": components["headers"]["XError"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description A fault of the platform. */
        InternalError: {
            headers: {
                "X-Error": components["headers"]["XError"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description The platform cannot serve now. */
        Unavailable: {
            headers: {
                "X-Error": components["headers"]["XError"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Errors"];
            };
        };
        /** @description An OAuth 2.0 error (RFC 6749, section 5.2), or too many tokens asked for. */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
        /** @description Ids in ascending order, at most 1,000. */
        Found: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SearchResults"];
            };
        };
    };
    parameters: {
        /**
         * @description The iCIMS customer platform.
         * @example 9001
         */
        CustomerId: string;
        /**
         * @description System id of the profile.
         * @example 7301
         */
        Id: string;
        /**
         * @description Profile type.
         * @example applicantworkflows
         */
        ProfileType: "people" | "jobs" | "companies" | "applicantworkflows" | "onboardworkflows";
        /**
         * @description Field id.
         * @example assessmentresults
         */
        Field: string;
        /**
         * @description Number of the entry.
         * @example 77
         */
        Entry: string;
        /**
         * @description Field ids separated by commas, in lower case.
         * @example firstname,lastname,email
         */
        Fields: string;
        /**
         * @description What to search.
         * @example applicantworkflows
         */
        SearchType: "people" | "jobs" | "companies" | "applicantworkflows" | "talentpools" | "sourceworkflows" | "forms";
        /**
         * @description How many minutes old a cached result may be; 0 is live.
         * @example 0
         */
        Staleness: number;
        /**
         * @description Profile type in the singular; `submittal` is the recruiting workflow.
         * @example person
         */
        DefinitionType: "person" | "job" | "company" | "submittal" | "source" | "sourceworkflow" | "onboard" | "onboardworkflow" | "room" | "connectevent";
    };
    requestBodies: never;
    headers: {
        /**
         * @description Address of what was made or changed.
         * @example https://api.icims.com/customers/9001/applicantworkflows/40211/fields/assessmentresults/77
         */
        Location: string;
        /**
         * @description `<code>:<detail>` or `<code>:<field id>:<detail>`; may be repeated.
         * @example 1:lastname:The field is required
         */
        XError: string;
        /**
         * @description As `X-Error`, for parts that had no effect.
         * @example 4:Lastname:field name must be lowercase
         */
        XWarning: string;
        /**
         * @description Seconds to wait.
         * @example 30
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token for the client's customer platform. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            429: components["responses"]["TokenRefused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readPerson: {
        parameters: {
            query?: {
                /**
                 * @description Field ids separated by commas, in lower case.
                 * @example firstname,lastname,email
                 */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that hold a value and may be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. `X-Warning` may say that a part had no effect. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readJob: {
        parameters: {
            query?: {
                /**
                 * @description Field ids separated by commas, in lower case.
                 * @example firstname,lastname,email
                 */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that hold a value and may be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. `X-Warning` may say that a part had no effect. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCompany: {
        parameters: {
            query?: {
                /**
                 * @description Field ids separated by commas, in lower case.
                 * @example firstname,lastname,email
                 */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that hold a value and may be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. `X-Warning` may say that a part had no effect. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readApplicantWorkflow: {
        parameters: {
            query?: {
                /**
                 * @description Field ids separated by commas, in lower case.
                 * @example firstname,lastname,email
                 */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that hold a value and may be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeApplicantWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. `X-Warning` may say that a part had no effect. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readOnboardWorkflow: {
        parameters: {
            query?: {
                /**
                 * @description Field ids separated by commas, in lower case.
                 * @example firstname,lastname,email
                 */
                fields?: components["parameters"]["Fields"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields that hold a value and may be seen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeOnboardWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. `X-Warning` may say that a part had no effect. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description An identical entry exists already; nothing was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Added. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description Number of the entry.
                 * @example 77
                 */
                entry: components["parameters"]["Entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description Number of the entry.
                 * @example 77
                 */
                entry: components["parameters"]["Entry"];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
                /**
                 * @description Number of the entry.
                 * @example 77
                 */
                entry: components["parameters"]["Entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Values"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Warning": components["headers"]["XWarning"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
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
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type.
                 * @example applicantworkflows
                 */
                profile: components["parameters"]["ProfileType"];
                /**
                 * @description System id of the profile.
                 * @example 7301
                 */
                id: components["parameters"]["Id"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    searchByQuery: {
        parameters: {
            query: {
                /**
                 * @description The query of `search` as JSON text.
                 * @example { "filters": [{ "name": "applicantworkflow.status", "value": ["C20500"], "operator": "=" }] }
                 */
                searchJson: string;
                /**
                 * @description How many minutes old a cached result may be; 0 is live.
                 * @example 0
                 */
                staleness?: components["parameters"]["Staleness"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description What to search.
                 * @example applicantworkflows
                 */
                type: components["parameters"]["SearchType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Found"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    search: {
        parameters: {
            query?: {
                /**
                 * @description How many minutes old a cached result may be; 0 is live.
                 * @example 0
                 */
                staleness?: components["parameters"]["Staleness"];
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description What to search.
                 * @example applicantworkflows
                 */
                type: components["parameters"]["SearchType"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchQuery"];
            };
        };
        responses: {
            200: components["responses"]["Found"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readProfileSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type in the singular; `submittal` is the recruiting workflow.
                 * @example person
                 */
                type: components["parameters"]["DefinitionType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonSchema"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readFieldSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description Profile type in the singular; `submittal` is the recruiting workflow.
                 * @example person
                 */
                type: components["parameters"]["DefinitionType"];
                /**
                 * @description Field id.
                 * @example assessmentresults
                 */
                field: components["parameters"]["Field"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonSchema"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readResultsSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonSchema"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readFiltersSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonSchema"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readLists: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List ids. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lists"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readList: {
        parameters: {
            query?: {
                /** @description Children on a page. */
                size?: number;
                /** @description Page, from 0. */
                page?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The iCIMS customer platform.
                 * @example 9001
                 */
                customerId: components["parameters"]["CustomerId"];
                /**
                 * @description A list id (`lists.country`), or the node id of a customer's own list.
                 * @example lists.country
                 */
                listId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of children. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListLevel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
}
