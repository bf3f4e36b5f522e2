// The map: a day is chosen; points, areas and events take the states of that day.
import {Calendar, States, Months, json, holderOf, statusOf, confidenceOf, contraryOf} from './data.js';
import {ROLES, palette, addGround, addPoints, addEvents, addNames, answerImages, legend} from './layers.js';
import {SIGNS, signOf} from './icons.js';
import {element, link, tellPlace, tellEvent} from './told.js';

const $ = id => document.getElementById(id);
const box = $('map'), status = $('map-status'), slider = $('map-slider'), day = $('map-day'), play = $('map-play');
const place = $('map-place'), list = $('map-list'), form = $('map-form');
const FORTNIGHT = 14, MOST = 1200;
const GRADES = ['', 'confirmed', 'probably true', 'possibly true', 'doubtful', 'improbable', 'cannot be judged'];

// What a sign means and what happened, once where they are the same words.
const named = (sign, act) => sign.includes(act) ? sign : `${sign}: ${act}`;

const begin = () => {
  const p = palette();
  const calendar = new Calendar(box.dataset.first);
  const last = Number(slider.max);
  maplibregl.setWorkerUrl('/assets/lib/maplibre-gl-csp-worker.js');
  const tiles = box.dataset.tiles;
  const map = new maplibregl.Map({
    container: box, bounds: JSON.parse(box.dataset.window), fitBoundsOptions: {padding: innerWidth < 700 ? 8 : 24, maxZoom: 9}, maxZoom: 13, minZoom: 3, ...(innerWidth < 700 ? {attributionControl: {compact: true}} : {}), dragRotate: false, pitchWithRotate: false, fadeDuration: 0,
    style: {version: 8,
      sources: tiles ? {tiles: {type: 'raster', tiles: [tiles], tileSize: 256}} : {},
      layers: [{id: 'sea', type: 'background', paint: {'background-color': p.sea}}, ...(tiles ? [{id: 'tiles', type: 'raster', source: 'tiles'}] : [])]},
  });
  map.addControl(new maplibregl.NavigationControl({showCompass: false}));
  map.addControl(new maplibregl.ScaleControl());
  map.touchZoomRotate.disableRotation();

  // The sides by the theatre's own data: what they are called, and what they are to it.
  const theatre = new Map(JSON.parse(box.dataset.sides).map(s => [s.id, s]));
  const sides = h => h === '' ? 'no word' : theatre.get(h)?.name ?? h;
  const roleOf = h => h === '' ? '' : theatre.get(h)?.role ?? 'other';
  let points = [], states, current, at = Number(slider.value), months, timer, asked = 0, resting, shaded = '', known = 0, drawn = new Uint8Array(0);

  // Reads the ticks once; the test then runs over every settlement.
  const wish = () => {
    const ticked = id => $('layer-' + id).checked;
    const [held, claimed, contested, inferred] = ['held', 'claimed', 'contested', 'inferred'].map(ticked), worst = Number($('map-confidence').value), assessed = states.changes.word === 'assessed';
    return s => {
      if (s < 0 || states.changes.holders[holderOf(s)] === '' || confidenceOf(s) > worst) return false;
      if (statusOf(s) === states.inferred) return inferred;
      if (holderOf(s) === states.contested) return contested;
      return statusOf(s) === states.claimed && assessed ? claimed : held;
    };
  };

  const setPoints = all => {
    const next = states.on(at), ring = $('layer-contrary').checked, roles = states.changes.holders.map(roleOf), wanted = wish();
    if (all || drawn.length !== next.length) drawn = new Uint8Array(next.length);
    for (let i = 0; i < next.length; i++) {
      const s = next[i];
      if (!all && current && current[i] === s) continue;
      drawn[i] = wanted(s) ? 1 : 0;
      map.setFeatureState({source: 'points', id: i}, s < 0 ? {shown: 0} : {
        holder: roles[holderOf(s)], shown: drawn[i], pale: statusOf(s) === states.inferred ? 1 : 0,
        hollow: statusOf(s) === states.claimed && states.changes.word === 'assessed' ? 1 : 0,
        contrary: ring && contraryOf(s) > 0 ? roles[contraryOf(s) - 1] : '',
      });
    }
    current = next;
  };

  const kinds = () => new Set([...form.querySelectorAll('input[name=kind]:checked')].map(k => k.value));
  // Reads the filters once; the test then runs over thousands.
  const chooser = () => {
    const actor = $('map-actor').value, source = $('map-source').value.trim().toLowerCase(), wantedKinds = kinds(), worst = Number($('map-confidence').value);
    return e => wantedKinds.has(e.kind) && (!actor || e.actor === actor) && e.credibility <= worst && (!source || e.origins.some(o => o.toLowerCase().includes(source)));
  };

  const setEvents = () => {
    const back = Number($('map-days').value);
    const from = at - Math.max(back, FORTNIGHT) + 1;
    months.ready(from, at, () => setEvents());
    const {events, words} = months.between(from, at);
    const chosen = chooser();
    const all = back === 0 ? [] : events.filter(e => e.to > at - back && chosen(e));
    const recent = all.length > MOST ? all.sort((a, b) => b.claims - a.claims || b.to - a.to).slice(0, MOST) : all;
    map.getSource('events').setData({type: 'FeatureCollection', features: recent.filter(e => e.at).map(e => ({
      type: 'Feature',
      properties: {id: e.id, sign: signOf(e), side: e.actor ? roleOf(e.actor) : 'other', order: (at - e.to) * 100 - e.claims, fade: Math.max(0.45, 1 - (at - e.to) / (2 * back))},
      geometry: {type: 'Point', coordinates: e.at},
    }))});
    // The latest word on an oblast shades it; a happening of a whole oblast does too.
    const areas = new Map();
    if ($('layer-wide').checked) for (const w of words) if (w.day > at - FORTNIGHT) areas.set(w.area, ROLES.includes(roleOf(w.holder)) ? roleOf(w.holder) : 'other');
    const key = JSON.stringify([...areas]);
    if (key !== shaded) {
      shaded = key;
      for (const role of ROLES) {
        map.setFilter('wide-' + role, ['all', ['==', ['get', 'layer'], 'oblast'], ['in', ['get', 'name'], ['literal', [...areas].filter(a => a[1] === role).map(a => a[0])]]]);
      }
    }
    // What is read rather than watched waits until the slider rests.
    clearTimeout(resting);
    resting = setTimeout(() => {
      tellDay(recent, all.length, words.filter(w => w.day > at - FORTNIGHT));
      tellSources(events);
      history.replaceState(null, '', '/map?on=' + calendar.iso(at));
    }, timer ? 400 : 120);
  };

  const tellSources = events => {
    if (known === months.months.size) return;
    known = months.months.size;
    const origins = new Map();
    for (const e of events) for (const o of e.origins) origins.set(o, (origins.get(o) ?? 0) + 1);
    $('map-sources').replaceChildren(...[...origins].sort((a, b) => b[1] - a[1]).slice(0, 100).map(([o]) => { const made = element('option'); made.value = o; return made; }));
  };

  const tellDay = (recent, all, words) => {
    const changed = states.changed(at).filter(([, s]) => statusOf(s) !== states.inferred);
    const inferred = states.changed(at).length - changed.length;
    const rows = changed.sort((a, b) => b[0] - a[0]).slice(0, 25).map(([i, s]) => {
      const to = link(`/places/${points[i][0]}?on=${calendar.iso(at)}`, points[i][1]);
      return element('li', '', to, `: ${sides(states.changes.holders[holderOf(s)])}, ${states.changes.statuses[statusOf(s)].replaceAll('-', ' ')}${confidenceOf(s) ? `, ${GRADES[confidenceOf(s)]} (${confidenceOf(s)} of 6)` : ''}`);
    });
    const told = recent.sort((a, b) => b.to - a.to || b.claims - a.claims).slice(0, 25).map(e =>
      element('li', '', link('/events/' + e.id, named(SIGNS[signOf(e)], e.act.replaceAll('-', ' '))), ` ${e.name}${e.at ? '' : ' (whole area)'} · ${e.origins.slice(0, 2).join(', ')}`));
    // Who says it again has said it last.
    const latest = new Map();
    for (const w of words) {
      const key = [w.area, w.holder, w.origin].join();
      latest.delete(key);
      latest.set(key, w);
    }
    const wide = [...latest.values()].slice(-12).reverse().map(w => element('li', '', link('/claims/' + w.claim, w.area), `: ${sides(w.holder)}, by ${w.origin}`));
    list.replaceChildren(
      element('h2', calendar.words(at)), ground,
      element('h3', 'Changed on this day'), rows.length ? element('ul', '', ...rows) : element('p', inferred ? '' : 'Nothing.'),
      ...(inferred ? [element('p', `${inferred} more inferred.`)] : []),
      ...(wide.length ? [element('h3', 'Said of whole oblasts'), element('ul', '', ...wide)] : []),
      element('h3', all > recent.length ? `Events: the ${recent.length} most told of ${all} shown` : `Events shown: ${all}`), told.length ? element('ul', '', ...told) : element('p', 'None.'));
    list.hidden = false;
  };

  // What each side holds of the ground, from the same answer as the front.
  const ground = element('ul', '');
  ground.id = 'map-held';
  const tellGround = areas => {
    const whole = areas.reduce((sum, a) => sum + a.km2, 0), km2 = n => `${n >= 1e5 ? Math.round(n / 1000) : Math.round(n / 100) / 10} thousand km²`;
    ground.replaceChildren(...(whole > 0 ? [...areas].sort((a, b) => b.km2 - a.km2).map(a =>
      element('li', `${sides(a.holder)}: ${(100 * a.km2 / whole).toFixed(1)} % of the ground around settlements, about ${km2(a.km2)}${a.inferred >= 50 ? `, ${km2(a.inferred)} of it inferred` : ''}`)) : []));
  };

  // Drawn once the slider rests: a day's front is worked out when it is asked for.
  let front = 0;
  const setFront = () => {
    clearTimeout(front);
    front = setTimeout(async () => {
      const mine = ++asked, data = await json('/map/front.json?on=' + calendar.iso(at)).catch(() => null);
      if (!data || mine !== asked) return;
      map.getSource('front').setData({...data, features: $('layer-front').checked ? data.features : []});
      tellGround(states.changes.word === 'assessed' ? data.areas : []);
    }, 150);
  };

  const show = (n, all) => {
    at = Math.min(last, Math.max(0, n));
    const started = performance.now();
    setPoints(all);
    box.dataset.step = (performance.now() - started).toFixed(1);
    slider.value = at;
    slider.setAttribute('aria-valuetext', calendar.words(at));
    day.value = calendar.iso(at);
    setEvents();
    setFront();
    const counts = {};
    for (let i = 0; i < current.length; i++) {
      const s = current[i];
      if (!drawn[i]) continue;
      const count = counts[states.changes.holders[holderOf(s)]] ??= {told: 0, inferred: 0};
      count[statusOf(s) === states.inferred ? 'inferred' : 'told']++;
    }
    const numbers = Object.entries(counts).map(([h, n]) => `${sides(h)} ${n.told}${n.inferred ? ` and ${n.inferred} inferred` : ''}`).join('; ');
    status.textContent = `${calendar.words(at)}. Drawn are towns and what claims name or imply, not all settlements: ${numbers || 'none'}.`;
    box.dataset.told = (performance.now() - started).toFixed(1);
  };

  const redraw = () => show(at, true);

  const choose = async () => {
    const word = $('map-word').value;
    const changes = await json('/map/changes.json' + (word === 'assessed' ? '' : '?word=' + encodeURIComponent(word)));
    if ($('map-word').value !== word) return;
    states = new States(changes, points.length);
    redraw();
  };

  const toggle = () => {
    if (timer) { clearTimeout(timer); timer = undefined; play.textContent = 'Play'; play.setAttribute('aria-pressed', 'false'); return; }
    play.textContent = 'Pause';
    play.setAttribute('aria-pressed', 'true');
    if (at >= last) show(0);
    const step = () => {
      if (at >= last) return toggle();
      show(at + 1);
      timer = setTimeout(step, matchMedia('(prefers-reduced-motion: reduce)').matches ? 800 : 140);
    };
    timer = setTimeout(step, 100);
  };

  const openPoint = i => tellPlace(place, points[i][0], points[i][1], calendar.iso(at));

  const wire = () => {
    map.on('click', e => {
      const hit = map.queryRenderedFeatures([[e.point.x - 4, e.point.y - 4], [e.point.x + 4, e.point.y + 4]], {layers: ['events', 'points']})
        .filter(f => f.layer.id === 'events' || map.getFeatureState({source: 'points', id: f.id}).shown === 1)[0];
      if (!hit) return;
      if (hit.layer.id === 'events') tellEvent(place, hit.properties.id); else openPoint(hit.properties.i);
    });
    for (const id of ['points', 'events']) {
      map.on('mouseenter', id, () => { map.getCanvas().style.cursor = 'pointer'; });
      map.on('mouseleave', id, () => { map.getCanvas().style.cursor = ''; });
    }
    slider.addEventListener('input', () => show(Number(slider.value)));
    day.addEventListener('change', () => { const n = calendar.number(day.value); if (Number.isFinite(n)) show(n); });
    play.addEventListener('click', toggle);
    $('map-back').addEventListener('click', () => show(at - 1));
    $('map-next').addEventListener('click', () => show(at + 1));
    form.addEventListener('submit', e => { e.preventDefault(); });
    form.addEventListener('change', e => {
      if (e.target === day || e.target === slider || e.target.id === 'map-find') return;
      if (e.target.id === 'map-word') return choose();
      map.setLayoutProperty('baseline', 'visibility', $('layer-baseline').checked ? 'visible' : 'none');
      redraw();
    });
    $('map-source').addEventListener('input', () => setEvents());
    const find = $('map-find');
    find.addEventListener('change', () => {
      // Leaving the field tells of the same change again: what has been opened is not drawn anew under the pointer.
      if (find.value === find.dataset.opened) return;
      find.dataset.opened = find.value;
      const i = points.findLastIndex(q => q[1].toLowerCase() === find.value.trim().toLowerCase());
      if (i < 0) return;
      map.jumpTo({center: [points[i][3], points[i][2]], zoom: Math.max(map.getZoom(), 8)});
      openPoint(i);
    });
    addEventListener('keydown', e => {
      if (e.target.closest('input, select, textarea, summary') && e.target !== slider) return;
      if (e.key === ',' || e.key === '[') show(at - (e.key === '[' ? 7 : 1));
      else if (e.key === '.' || e.key === ']') show(at + (e.key === ']' ? 7 : 1));
      else if (e.key === 'p') toggle();
    });
  };

  const start = async () => {
    const [ground, sent, changes] = await Promise.all([json('/map/ground.json'), json('/map/points.json'), json('/map/changes.json')]);
    points = sent.points;
    states = new States(changes, points.length);
    months = new Months(calendar, last);
    answerImages(map, points, p);
    addGround(map, ground, p, [...theatre.values()].filter(s => s.role === 'foe').map(s => s.id));
    addPoints(map, points, p);
    addEvents(map, p);
    addNames(map, p);
    legend($('map-marks'), p);
    $('map-names').replaceChildren(...points.filter(q => q[4] > 0).map(q => { const made = element('option'); made.value = q[1]; return made; }));
    for (const made of [slider, play, $('map-back'), $('map-next'), form.querySelector('.find')]) made.hidden = false;
    $('map-tables').open = false;
    if (innerWidth < 900) $('map-filters').open = false;
    wire();
    show(at, true);
    box.dataset.ready = 'true';
    map.once('idle', () => { box.dataset.painted = 'true'; });
  };

  map.on('load', () => start().catch(e => { status.textContent = 'The map could not be drawn: ' + e.message; }));
};

if (window.maplibregl) addEventListener('load', () => begin());
else if (status) status.textContent = 'The map’s library is not installed; the tables below say the same.';
