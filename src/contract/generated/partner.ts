// Generated from openapi/partner.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/icims/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an event notification
         * @description Screens the event while the recruiter waits: authenticates the raw bytes, reads the workflow, person, job and
         *     location from iCIMS, maps and checks them, and commits the hire before it answers 200. The body may be gzip'd;
         *     it may hold at most 1 MiB after inflation. Unknown keys are ignored.
         */
        post: operations["receiveEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * Issue an access token (client credentials)
         * @description RFC 6749 section 4.4. Client id and secret come in the form body, a JSON body or a Basic header; `audience` and
         *     `scope` are ignored. A token belongs to the platform whose secret made it and ends when that secret is removed.
         */
        post: operations["issueToken"];
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
        /** @description An iCIMS id. iCIMS sends strings; numbers are accepted. */
        Id: string | number;
        /** @description An iCIMS id that may be empty or absent. */
        OptionalId: string | number | null;
        /** @description A list node id, with or without its leading letter. */
        StatusId: string | number | null;
        Link: {
            rel?: string;
            title?: string;
            url?: string;
        } & {
            [key: string]: unknown;
        };
        Event: {
            customerId: components["schemas"]["Id"];
            eventType: string;
            systemId: components["schemas"]["Id"];
            jobId?: components["schemas"]["OptionalId"];
            personId?: components["schemas"]["OptionalId"];
            userId?: components["schemas"]["OptionalId"];
            newStatus?: components["schemas"]["StatusId"];
            oldStatus?: components["schemas"]["StatusId"];
            links?: components["schemas"]["Link"][] | null;
        } & {
            [key: string]: unknown;
        };
        Accepted: {
            /** @constant */
            status: "accepted";
            /**
             * Format: uuid
             * @description The hire id.
             */
            reference: string;
        };
        Ignored: {
            /** @constant */
            status: "ignored";
            reason: string;
        };
        /** @description The iCIMS vendor error body (iCIMS, Error Handling and Reporting). */
        VendorError: {
            error: {
                /** @description Plain text for the recruiter, with iCIMS field placeholders. */
                userMessage: string;
                /** @description A stable code and a reference into our log. */
                debugErrorMessage: string;
            };
        };
        TokenRequest: {
            grant_type?: string;
            client_id?: string;
            client_secret?: string;
            audience?: string;
            scope?: string;
        } & {
            [key: string]: unknown;
        };
        Token: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
        };
        TokenError: {
            /** @enum {unknown} */
            error: "invalid_request" | "invalid_client" | "unsupported_grant_type" | "temporarily_unavailable";
            error_description: string;
        };
    };
    responses: {
        /** @description The request target names no operation, though it looks like one (RFC 9112 section 3.2). */
        NoOperation: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /** @description The body is larger than 1 MiB, as sent or after inflation. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /** @description The body is not JSON, or its encoding is neither gzip nor identity. */
        UnsupportedMedia: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /**
         * @description This platform sends faster than it may, or more than 50 requests in 10 seconds came with a wrong credential from
         *     this address or for this name. A right credential is served all the same.
         */
        TooMany: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /** @description Our defect, or iCIMS refuses our credential. An operator must act. */
        OurDefect: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /**
         * @description We or iCIMS cannot serve it now. Nothing was kept that would block a retry. OVERLOADED: more than 64 MiB of
         *     notifications are being received at this moment.
         */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["VendorError"];
            };
        };
        /** @description The request cannot be served. */
        TokenFailure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
        /** @description More than 50 requests in 10 seconds came with a wrong secret from this address or for this client. */
        TokenLater: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Seconds to wait before the same request can succeed. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receiveEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same links as in the body, in iCIMS' header form. Used when the body has none.
                 * @example https://api.icims.com/customers/9001/people/7301;rel="person";title="Person Profile",
                 */
                Link?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            /** @description Accepted and committed, or no trigger applies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"] | components["schemas"]["Ignored"];
                };
            };
            /** @description The recruiter or their admin can fix it, or it was already received. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorError"];
                };
            };
            /** @description No valid credential for this customer ID. One body for every cause. */
            401: {
                headers: {
                    /** @description The schemes that are accepted. */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VendorError"];
                };
            };
            404: components["responses"]["NoOperation"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMedia"];
            429: components["responses"]["TooMany"];
            500: components["responses"]["OurDefect"];
            503: components["responses"]["Unavailable"];
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token, valid for `expires_in` seconds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request is malformed or asks for another grant. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description The client is unknown or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            404: components["responses"]["TokenFailure"];
            413: components["responses"]["TokenFailure"];
            415: components["responses"]["TokenFailure"];
            429: components["responses"]["TokenLater"];
            500: components["responses"]["TokenFailure"];
        };
    };
}
