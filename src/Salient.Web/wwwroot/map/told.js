// What is said beside the map, built from text nodes: the words are a report's.
import {json} from './data.js';

export const element = (name, text, ...children) => {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
};
export const link = (href, text) => {
  const made = element('a', text);
  made.href = href;
  return made;
};

const dayWords = iso => new Date(iso + 'T00:00:00Z').toLocaleDateString('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

const claimItem = c => {
  const quotation = element('q', c.evidence);
  const to = link('/claims/' + encodeURIComponent(c.id));
  to.append(quotation);
  const who = (c.sources ?? []).map(s => s.name).join(', quoted by ') || 'the report’s own voice';
  const report = link('/reports/' + encodeURIComponent(c.report) + '#c-' + c.id, c.title);
  const when = c.published ? dayWords(c.published) : c.earliest ? 'not before ' + dayWords(c.earliest) : '';
  return element('li', '', to, element('br'), element('small', who + ' · ' + (c.outlet ? c.outlet + ': ' : '')), element('small', '', report), element('small', when ? ' · ' + when : ''));
};

export const closing = (box, back) => {
  const button = element('button', 'Close');
  button.type = 'button';
  button.addEventListener('click', () => { box.hidden = true; back?.focus(); });
  return button;
};

const fill = (box, head, page, ...rest) => {
  box.replaceChildren(element('h2', '', page), ...rest, closing(box, document.getElementById('map-find')));
  box.hidden = false;
};

export const tellPlace = async (box, id, name, day) => {
  const page = link(`/places/${id}?on=${day}`, name);
  fill(box, name, page, element('p', 'Reading …'));
  try {
    const data = await json(`/places/${id}.json?on=${day}`);
    const list = element('ol', '', ...(data.claims ?? []).slice(0, 12).map(claimItem));
    fill(box, name, page, element('p', data.summary ?? ''), ...(data.claims?.length ? [element('h3', 'Claims, latest first'), list] : [element('p', 'No claim names it.')]));
  } catch {
    fill(box, name, page, element('p', 'Nothing more is known here.'));
  }
};

export const tellEvent = async (box, id) => {
  fill(box, '', link('/events/' + id, 'Event'), element('p', 'Reading …'));
  try {
    const data = await json(`/events/${id}.json`);
    fill(box, '', link('/events/' + id, data.sentence), element('p', data.event.reason), element('h3', 'Claims'), element('ol', '', ...data.claims.slice(0, 12).map(claimItem)));
  } catch {
    fill(box, '', link('/events/' + id, 'Event'), element('p', 'It could not be read.'));
  }
};
