import { faultKinds, type FaultKind } from '../platform/faults.ts';
import { type SimulatedPlatform } from '../simulated-platform.ts';
import { html, type Html } from './html.ts';
import { workflowRow } from './workflow-row.ts';
import { workflowViews } from './workflow-view.ts';

const faultLabels: Readonly<Record<FaultKind, string>> = {
  down: 'Closes connections',
  slow: 'Answers after 25 seconds',
  'too-many': 'Answers 429, retry after 30 s',
  'error-500': 'Answers 500',
  'error-503': 'Answers 503, retry after 30 s',
  'error-401': 'Refuses the credential (401)',
  html: 'Answers an HTML page with 200',
  'wrong-json': 'Answers broken JSON',
  'wrong-shape': 'Answers JSON of another shape',
  truncated: 'Cuts answers off',
};

/** The recruiter's page of one platform, as HTML. */
export function recruiterPage(platform: SimulatedPlatform, all: readonly SimulatedPlatform[]): string {
  const { name } = platform.employer;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Candidates – ${name} – simulated iCIMS</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/recruiter/assets/recruiter.css" />
        <script src="/recruiter/assets/recruiter.js" defer></script>
      </head>
      <body data-customer="${platform.customerId}">
        <a class="skip" href="#candidates">Skip to the candidates</a>
        <header class="bar">
          <div>
            <p class="product">Simulated iCIMS</p>
            <h1>${name}</h1>
          </div>
          <nav aria-label="Platforms">${all.map((each) => platformLink(each, platform))}</nav>
        </header>
        <main>${intro(platform)} ${candidates(platform)} ${faultsPanel(platform)}</main>
        <footer><p>Customer ${platform.customerId}. Everybody and everything here is made up.</p></footer>
      </body>
    </html>`;
  return page.html;
}

function intro({ employer: { statuses } }: SimulatedPlatform): Html {
  return html`<div class="intro">
    <p>
      Move a candidate to <strong>${statuses.offerAccepted.value}</strong> to order the immigration case, or to
      <strong>${statuses.offerRescinded.value}</strong> to withdraw it. What appears below the button is what iCIMS
      would show to you.
    </p>
    <label class="filter" for="filter">Find a candidate <input id="filter" type="search" autocomplete="off" /></label>
  </div>`;
}

function candidates(platform: SimulatedPlatform): Html {
  const { onboarding, onboardingDone, ...recruiting } = platform.employer.statuses;
  const choices = {
    applicantworkflows: { statuses: Object.values(recruiting), suggested: recruiting.offerAccepted },
    onboardworkflows: { statuses: [onboarding, onboardingDone], suggested: onboardingDone },
  };
  const rows = workflowViews(platform).map((view) => workflowRow(view, choices[view.type]));
  return html`<div class="candidates" id="candidates" tabindex="-1">${rows}</div>`;
}

function platformLink(each: SimulatedPlatform, current: SimulatedPlatform): Html {
  const { customerId, employer } = each;
  return each === current
    ? html`<a href="/recruiter/${customerId}" aria-current="page">${employer.name}</a>`
    : html`<a href="/recruiter/${customerId}">${employer.name}</a>`;
}

function faultsPanel(platform: SimulatedPlatform): Html {
  const isOn = new Set(platform.faults.list().map(({ kind }) => kind));
  return html`<details class="faults">
    <summary>Make this platform misbehave</summary>
    <form id="faults">
      <fieldset>
        <legend>When the connector calls iCIMS, iCIMS …</legend>
        ${faultKinds.map(
          (kind) =>
            html`<label
              ><input type="checkbox" name="fault" value="${kind}" ${isOn.has(kind) ? html`checked` : null} />
              ${faultLabels[kind]}</label
            >`,
        )}
      </fieldset>
      <button type="submit">Apply</button>
      <p role="status" aria-live="polite" id="faults-said"></p>
    </form>
  </details>`;
}
