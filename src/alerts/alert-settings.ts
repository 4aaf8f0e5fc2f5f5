/** From when on something is an alert. */
export interface Thresholds {
  /** Hires parked for one cause. */
  readonly parkedHires: number;
  readonly waitingMinutes: number;
  /** Of what came to an end within a day, at least so much went well. */
  readonly successPercent: number;
  readonly silentHours: number;
  /** Of the day's calls to iCIMS, so much is left. */
  readonly allowancePercent: number;
  readonly rotationDays: number;
  readonly secretDays: number;
}

/** When the digest goes out: a time of day (`HH:MM`) in an IANA zone. */
export interface DigestTime {
  readonly enabled: boolean;
  readonly at: string;
  readonly zone: string;
}

/** Who is told of a platform's alerts, and from when on. */
export interface AlertSettings {
  readonly recipients: readonly string[];
  /** Whether the operators of the service are told as well. */
  readonly operators: boolean;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly digest: DigestTime;
  readonly thresholds: Thresholds;
}

/** What holds until an admin of the platform decides otherwise. */
export const defaultSettings: AlertSettings = {
  recipients: [],
  operators: true,
  webhook: null,
  digest: { enabled: true, at: '08:00', zone: 'UTC' },
  thresholds: {
    parkedHires: 1,
    waitingMinutes: 30,
    successPercent: 95,
    silentHours: 24,
    allowancePercent: 10,
    rotationDays: 7,
    secretDays: 14,
  },
};
