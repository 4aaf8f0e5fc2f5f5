// Generated from openapi/cases-webhook.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive a hire that was accepted, changed or rescinded
         * @description `type` says what is asked for: `case.open` opens the hire's case or finds it, `case.update` replaces the data of
         *     the hire's case, `case.withdraw` ends it; `ping` is a test, to be answered 204. Receivers ignore keys that they do not know; the connector ignores
         *     unknown keys in answers.
         */
        post: operations["receiveCaseEvent"];
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
        /** @description One thing that happened to a hire, or a test. `type` tells which of the four it is. */
        CaseEvent: components["schemas"]["CaseOpen"] | components["schemas"]["CaseUpdate"] | components["schemas"]["CaseWithdraw"] | components["schemas"]["Ping"];
        /** @description The hire was accepted; open its case. */
        CaseOpen: {
            /** @constant */
            type: "case.open";
            timestamp: components["schemas"]["Timestamp"];
            data: components["schemas"]["Hire"] & components["schemas"]["HireRecord"];
        };
        /** @description The hire's data changed; replace what the case holds of it. */
        CaseUpdate: {
            /** @constant */
            type: "case.update";
            timestamp: components["schemas"]["Timestamp"];
            data: components["schemas"]["Hire"] & components["schemas"]["HireRecord"] & components["schemas"]["CaseReference"];
        };
        /** @description The offer was rescinded; withdraw the case. Holds no personal data. */
        CaseWithdraw: {
            /** @constant */
            type: "case.withdraw";
            timestamp: components["schemas"]["Timestamp"];
            data: components["schemas"]["Hire"] & components["schemas"]["CaseReference"];
        };
        /** @description An admin tests URL and secret. Verify the signature, answer 204 and do nothing. */
        Ping: {
            /** @constant */
            type: "ping";
            timestamp: components["schemas"]["Timestamp"];
            data: {
                /** @description The iCIMS customer platform whose admin tests. */
                customerId: string;
            };
        };
        /**
         * Format: date-time
         * @description When that which is told came to be so (accepted, changed, rescinded), UTC. The same on every repetition; the
         *     time of the attempt is in `webhook-timestamp`.
         */
        Timestamp: string;
        /** @description What the hire is about, by ids. Ids of iCIMS are decimal strings. */
        Hire: {
            /**
             * Format: uuid
             * @description Names the hire for ever; a hire has at most one case.
             */
            hireId: string;
            /** @description The iCIMS customer platform. */
            customerId: string;
            /**
             * @description Which kind of iCIMS workflow `workflowId` names.
             * @enum {string}
             */
            workflowType: "applicantworkflows" | "onboardworkflows";
            /** @description The iCIMS workflow that was moved. */
            workflowId: string;
            /** @description The iCIMS person. */
            personId: string;
            /** @description The iCIMS job; null on an onboarding workflow without one. */
            jobId: string | null;
            /** @description What was ordered. */
            packageId: string;
            /** @description The package in words. */
            packageLabel: string;
            /** @description For example `H-1B`, `TN`, `EB-2 PERM`. */
            visaCategory: string;
            /**
             * Format: date-time
             * @description When the hire was accepted, in UTC.
             */
            acceptedAt: string;
        };
        /** @description The hire's data. */
        HireRecord: {
            /**
             * @description The canonical record, nested by its keys (`person.family_name`, `passport.number`, `job.worksites[]`, …).
             *     Dates are `YYYY-MM-DD`, countries ISO 3166-1 alpha-2, phones E.164, US states two letters. A key that iCIMS
             *     does not hold is absent; keys are added over time.
             */
            fields: {
                [key: string]: unknown;
            };
        };
        /** @description The receipt that the case system gave, or nulls when its answer was lost. */
        CaseReference: {
            /** @description `caseId` of the receipt. */
            caseId: string | null;
            /** @description `caseUrl` of the receipt. */
            caseUrl: string | null;
        };
        /** @description Names the hire's one case. Further keys are ignored. */
        CaseReceipt: {
            /** @description The case's name in the case system. */
            caseId: string;
            /**
             * Format: uri
             * @description Where a person reads the case after login. Shown to recruiters in iCIMS, so without secrets in it.
             */
            caseUrl: string;
            /** @description The hire that the case belongs to. Optional; when given, a receipt for another hire is refused. */
            hireId?: string;
        };
        /** @description Problem details (RFC 9457). Also understood: `errors` as an object that has the field names as its keys. */
        Problem: {
            type?: string;
            title?: string;
            status?: number;
            /** @description Never stored or shown by the connector. */
            detail?: string;
            /** @description Which fields are refused, by JSON pointer into the body or by canonical key. */
            errors?: {
                pointer?: string;
                field?: string;
                detail?: string;
            }[] | {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: {
        /**
         * @description Fixed before the first attempt and the same on each repetition: the hire's id for `case.open`,
         *     `<hire id>:withdraw` for `case.withdraw`, and `<hire id>:update:<digest>` for `case.update`, where the digest is
         *     the first 32 hexadecimal digits of the SHA-256 of the body.
         * @example 01935a3e-7c00-7000-8000-0000000000a1
         */
        IdempotencyKey: string;
        /**
         * @description Names this message in Standard Webhooks; equal to `Idempotency-Key`.
         * @example 01935a3e-7c00-7000-8000-0000000000a1
         */
        WebhookId: string;
        /**
         * @description When this attempt was made, in seconds since 1970-01-01 UTC.
         * @example 1795167000
         */
        WebhookTimestamp: string;
        /**
         * @description One or more signatures, separated by spaces, each `v1,` and base64.
         * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Seconds to wait, or the moment to wait for as an HTTP date (RFC 9110, section 10.2.3).
         * @example 30
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receiveCaseEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Fixed before the first attempt and the same on each repetition: the hire's id for `case.open`,
                 *     `<hire id>:withdraw` for `case.withdraw`, and `<hire id>:update:<digest>` for `case.update`, where the digest is
                 *     the first 32 hexadecimal digits of the SHA-256 of the body.
                 * @example 01935a3e-7c00-7000-8000-0000000000a1
                 */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Names this message in Standard Webhooks; equal to `Idempotency-Key`.
                 * @example 01935a3e-7c00-7000-8000-0000000000a1
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was made, in seconds since 1970-01-01 UTC.
                 * @example 1795167000
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description One or more signatures, separated by spaces, each `v1,` and base64.
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseEvent"];
            };
        };
        responses: {
            /** @description The hire had a case already (`case.open`), or the update or withdrawal is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReceipt"];
                };
            };
            /** @description The case was opened (`case.open`). */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReceipt"];
                };
            };
            /** @description The update or withdrawal is done, or was done before, or came too late to matter. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not what this contract says. The connector stops and asks an operator. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The signature does not verify or its time stamp is too far away. The connector stops and shows the platform
             *     as needing attention.
             */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The sender may not open cases here. Handled like 401. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The hire has a case already (`case.open`). With a receipt in the body the connector adopts the case; without
             *     one it stops and asks an operator.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseReceipt"];
                };
            };
            /**
             * @description There is no case to change or withdraw (any more): done for the connector. To `case.open`: the hire was
             *     withdrawn before; the connector stops and asks an operator.
             */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description The hire's data is refused for good. Name the fields in `errors`; the operator sees their names. The
             *     connector stops until they release it.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests. The connector waits at least as long as `Retry-After` says, within bounds. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case system failed. The connector tries again with the same key. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The case system cannot serve now. The connector tries again with the same key. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
