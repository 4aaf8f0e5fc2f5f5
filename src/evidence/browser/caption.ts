import { type Page } from 'playwright-core';

/** Runs in the page. Its own policy forbids inline styles, so they are set one by one. */
const SHOW = `(words) => {
  const known = document.getElementById('evidence-caption');
  const bar = known ?? document.createElement('p');
  bar.id = 'evidence-caption';
  bar.textContent = words;
  const look = {
    position: 'fixed', left: '0', right: '0', bottom: '0', margin: '0', padding: '14px 28px', 'max-width': 'none',
    background: '#10243e', color: '#ffffff', font: '600 21px/1.35 sans-serif', 'z-index': '2147483647',
  };
  for (const [name, value] of Object.entries(look)) bar.style.setProperty(name, value);
  document.body.style.setProperty('padding-bottom', '110px');
  if (known === null) document.body.append(bar);
}`;

/** Puts a caption under the page, or changes the one that is there. */
export async function caption(page: Page, text: string): Promise<void> {
  await page.evaluate(`(${SHOW})(${JSON.stringify(text)})`);
}
