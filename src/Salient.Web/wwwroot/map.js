'use strict';
// The map: points are sent once, with every change of holder; the slider then only sets the states that differ.
(() => {
  const box = document.getElementById('map');
  const status = document.getElementById('map-status');
  const slider = document.getElementById('map-slider');
  const day = document.getElementById('map-day');
  const play = document.getElementById('map-play');
  const place = document.getElementById('map-place');
  if (!box || !window.maplibregl) {
    if (status) status.textContent = 'The map’s library is not installed; the table below says the same.';
    return;
  }

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const color = {ground: css('--ground'), panel: css('--panel'), line: css('--line'), soft: css('--soft'), ink: css('--ink'), ua: css('--ua'), ru: css('--ru'), contested: css('--contested')};
  const first = Date.parse(box.dataset.first + 'T00:00:00Z');
  const iso = n => new Date(first + n * 864e5).toISOString().slice(0, 10);
  maplibregl.setWorkerUrl('/assets/lib/maplibre-gl-csp-worker.js');

  const byHolder = ['match', ['coalesce', ['feature-state', 'holder'], ''], 'ua', color.ua, 'ru', color.ru, 'contested', color.contested, color.soft];
  const shown = ['coalesce', ['feature-state', 'shown'], 0];
  const map = new maplibregl.Map({
    container: box,
    center: [34.5, 48.6],
    zoom: innerWidth < 700 ? 4.3 : 5.4,
    maxZoom: 12,
    attributionControl: {customAttribution: 'Places: GeoNames (CC BY 4.0). Outlines: Natural Earth.'},
    style: {version: 8, sources: {}, layers: [{id: 'ground', type: 'background', paint: {'background-color': color.ground}}]},
  });
  map.addControl(new maplibregl.NavigationControl({showCompass: false}));
  map.addControl(new maplibregl.ScaleControl());

  let points, changes, current, at = 0;
  // Neighbours only: what lies between Ukraine and Russia is what the map is about, and no outline of others decides it.
  const neighbours = new Set(['Poland', 'Slovakia', 'Hungary', 'Romania', 'Moldova', 'Belarus', 'Turkey', 'Bulgaria', 'Georgia']);

  const json = async url => {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(url + ' ' + answer.status);
    return answer.json();
  };

  // The last change of each point up to a day; changes come sorted by day.
  const statesOn = n => {
    const states = new Map();
    for (const c of changes) {
      if (c[0] > n) break;
      states.set(c[1], c);
    }
    return states;
  };

  const wanted = c => {
    const inferred = c[5] === 1, claimed = c[3] === 'claimed' || c[2] === 'contested';
    return inferred ? document.getElementById('layer-inferred').checked
      : claimed ? document.getElementById('layer-claimed').checked
      : document.getElementById('layer-held').checked;
  };

  const show = n => {
    const states = statesOn(n);
    const before = current;
    current = new Map();
    for (const [i, c] of states) {
      const value = c[2] + '|' + c[3] + '|' + c[5] + '|' + wanted(c);
      current.set(i, value);
      if (before?.get(i) !== value) {
        map.setFeatureState({source: 'points', id: i}, {holder: c[2], ring: c[3] === 'claimed' ? 1 : 0, pale: c[5], shown: wanted(c) ? 1 : 0});
      }
    }
    for (const i of before?.keys() ?? []) {
      if (!states.has(i)) map.setFeatureState({source: 'points', id: i}, {shown: 0});
    }
    at = n;
    slider.value = n;
    day.value = iso(n);
    status.textContent = iso(n) + ': ' + [...states.values()].filter(c => c[2] === 'ru').length + ' of the settlements named or inferred are assessed as held by Russia.';
  };

  const redraw = () => { const n = at; current = undefined; show(n); };

  const start = async () => {
    const [data, world] = await Promise.all([json('/map/points.json'), json('/assets/lib/countries-50m.json').catch(() => null)]);
    points = data.points;
    changes = data.changes;
    if (world && window.topojson) {
      const shapes = topojson.feature(world, world.objects.countries).features.filter(f => neighbours.has(f.properties.name));
      map.addSource('neighbours', {type: 'geojson', data: {type: 'FeatureCollection', features: shapes}});
      map.addLayer({id: 'neighbours', type: 'fill', source: 'neighbours', paint: {'fill-color': color.panel, 'fill-outline-color': color.soft}});
    }
    map.addSource('points', {type: 'geojson', data: {
      type: 'FeatureCollection',
      features: points.map((p, i) => ({type: 'Feature', id: i, properties: {name: p[1], id: p[0], size: p[4]}, geometry: {type: 'Point', coordinates: [p[3], p[2]]}})),
    }});
    map.addLayer({id: 'points', type: 'circle', source: 'points', paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, ['match', ['get', 'size'], 0, 1.2, 1, 1.8, 2, 2.6, 3.6], 10, ['match', ['get', 'size'], 0, 4, 1, 6, 2, 8, 11]],
      'circle-color': ['case', ['==', ['coalesce', ['feature-state', 'ring'], 0], 1], color.ground, byHolder],
      'circle-stroke-color': byHolder,
      'circle-stroke-width': ['case', ['==', ['coalesce', ['feature-state', 'ring'], 0], 1], 2, 0.4],
      'circle-opacity': ['*', shown, ['case', ['==', ['coalesce', ['feature-state', 'pale'], 0], 1], 0.4, 0.95]],
      'circle-stroke-opacity': shown,
    }});
    for (const [size, min] of [[3, 4], [2, 6], [1, 8], [0, 9.5]]) {
      map.addLayer({id: 'names-' + size, type: 'symbol', source: 'points', minzoom: min, filter: ['==', ['get', 'size'], size], layout: {
        'text-field': ['get', 'name'], 'text-font': ['sans-serif'], 'text-size': size === 3 ? 13 : 11, 'text-anchor': 'left', 'text-offset': [0.7, 0],
      }, paint: {'text-color': color.ink, 'text-halo-color': color.ground, 'text-halo-width': 1.5}});
    }
    map.on('mouseenter', 'points', () => { map.getCanvas().style.cursor = 'pointer'; });
    map.on('mouseleave', 'points', () => { map.getCanvas().style.cursor = ''; });
    map.on('click', 'points', e => open(e.features[0].properties));
    slider.hidden = play.hidden = false;
    slider.addEventListener('input', () => show(Number(slider.value)));
    day.addEventListener('change', () => { const n = Math.round((Date.parse(day.value + 'T00:00:00Z') - first) / 864e5); if (n >= 0) show(n); });
    for (const id of ['layer-held', 'layer-claimed', 'layer-inferred']) document.getElementById(id).addEventListener('change', redraw);
    play.addEventListener('click', toggle);
    show(Number(slider.value));
    box.dataset.ready = 'true';
  };

  let timer;
  const toggle = () => {
    if (timer) { clearInterval(timer); timer = undefined; play.textContent = 'Play'; return; }
    play.textContent = 'Stop';
    if (at >= Number(slider.max)) show(0);
    timer = setInterval(() => at >= Number(slider.max) ? toggle() : show(at + 1), 120);
  };

  // What is said of a settlement: built from text nodes, for the words are a report's.
  const open = async p => {
    place.replaceChildren(element('h2', p.name), element('p', 'Reading …'));
    try {
      const data = await json('/places/' + p.id + '.json?on=' + iso(at));
      const list = element('ol');
      for (const c of (data.claims ?? []).slice(0, 12)) {
        const item = element('li');
        const link = element('a', '“' + c.evidence + '”');
        link.href = '/claims/' + encodeURIComponent(c.id);
        item.append(link, ' — ' + (c.sources[0]?.name ?? c.title));
        list.append(item);
      }
      const more = element('a', 'All of ' + p.name);
      more.href = '/places/' + p.id + '?on=' + iso(at);
      place.replaceChildren(element('h2', p.name), element('p', data.summary ?? ''), list, more);
    } catch (e) {
      place.replaceChildren(element('h2', p.name), element('p', 'Nothing more is known here.'));
    }
  };

  const element = (name, text) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  };

  map.on('load', () => start().catch(e => { status.textContent = 'The map could not be drawn: ' + e.message; }));
})();
