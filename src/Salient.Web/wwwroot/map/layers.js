// The map's style: what lies under, areas, dots, signs, names, in this order.
import {draw, hatch, label, pixels, SIGNS} from './icons.js';

// Sides are coloured by what they are to the theatre: its own data says which side is which.
const PAINTS = {sea: '--map-sea', land: '--map-land', soil: '--map-soil', other: '--map-other', line: '--line', soft: '--soft', ink: '--ink', ground: '--ground', panel: '--panel', home: '--home', foe: '--foe', contested: '--contested'};
export const ROLES = ['home', 'foe', 'other'];

export const palette = () => {
  const style = getComputedStyle(document.documentElement);
  // On the widest screens letters are larger, and so are dots, lines and names.
  return {...Object.fromEntries(Object.entries(PAINTS).map(([n, v]) => [n, style.getPropertyValue(v).trim()])), scale: parseFloat(style.fontSize) / 16};
};

const empty = () => ({type: 'FeatureCollection', features: []});
const layer = name => ['==', ['get', 'layer'], name];
const state = (name, otherwise) => ['coalesce', ['feature-state', name], otherwise];
export const colorOf = (p, role) => p[role === 'home' || role === 'foe' || role === 'contested' ? role : 'other'];

export const addGround = (map, ground, p, foes) => {
  const wide = n => n * p.scale;
  map.addSource('ground', {type: 'geojson', data: ground, attribution: 'Outlines: Natural Earth. Places: GeoNames (CC BY 4.0)'});
  map.addLayer({id: 'neighbours', type: 'fill', source: 'ground', filter: layer('neighbour'), paint: {'fill-color': p.land}});
  map.addLayer({id: 'oblasts', type: 'fill', source: 'ground', filter: layer('oblast'), paint: {'fill-color': p.soil}});
  map.addLayer({id: 'baseline', type: 'fill', source: 'ground', filter: ['all', layer('baseline'), ['in', ['get', 'name'], ['literal', foes]]], paint: {'fill-color': p.foe, 'fill-opacity': 0.16}});
  map.addLayer({id: 'neighbour-lines', type: 'line', source: 'ground', filter: layer('neighbour'), paint: {'line-color': p.soft, 'line-width': wide(0.6), 'line-opacity': 0.6}});
  for (const role of ROLES) {
    map.addImage('hatch-' + role, pixels(hatch(colorOf(p, role), role !== 'foe')), {pixelRatio: 2 / p.scale});
    map.addLayer({id: 'wide-' + role, type: 'fill', source: 'ground', filter: ['==', ['get', 'layer'], ''], paint: {'fill-pattern': 'hatch-' + role, 'fill-opacity': 0.4}});
  }
  map.addSource('front', {type: 'geojson', data: empty()});
  map.addLayer({id: 'oblast-lines', type: 'line', source: 'ground', filter: layer('oblast'), paint: {'line-color': p.soft, 'line-width': wide(0.7), 'line-opacity': 0.7, 'line-dasharray': [3, 2]}});
  map.addLayer({id: 'border', type: 'line', source: 'ground', filter: layer('border'), paint: {'line-color': p.ink, 'line-width': wide(1.3), 'line-opacity': 0.75}});
  map.addLayer({id: 'border-disputed', type: 'line', source: 'ground', filter: layer('border-disputed'), paint: {'line-color': p.ink, 'line-width': wide(1.3), 'line-dasharray': [2, 2]}});
  map.addLayer({id: 'front-inferred', type: 'line', source: 'front', filter: ['==', ['get', 'certain'], false], paint: {'line-color': p.ink, 'line-width': wide(1.6), 'line-opacity': 0.7, 'line-dasharray': [2, 1.5]}});
  map.addLayer({id: 'front-line', type: 'line', source: 'front', filter: ['==', ['get', 'certain'], true], paint: {'line-color': p.ink, 'line-width': wide(2.4)}});
};

export const addPoints = (map, points, p) => {
  map.addSource('points', {type: 'geojson', data: {
    type: 'FeatureCollection',
    features: points.map((q, i) => ({type: 'Feature', id: i, properties: {i, size: q[4], name: q[1]}, geometry: {type: 'Point', coordinates: [q[3], q[2]]}})),
  }});
  const byHolder = name => ['match', state(name, ''), 'home', p.home, 'foe', p.foe, 'contested', p.contested, p.other];
  const size = (a, b, c, d) => ['match', ['get', 'size'], 0, a * p.scale, 1, b * p.scale, 2, c * p.scale, d * p.scale];
  const thin = ['==', state('pale', 0), 1];
  map.addLayer({id: 'points', type: 'circle', source: 'points', paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, ['*', ['case', thin, 0.7, 1], size(1.3, 1.8, 2.6, 3.8)], 7, ['*', ['case', thin, 0.7, 1], size(2.6, 3.4, 4.6, 6.4)], 11, size(5, 7, 9, 12)],
    'circle-color': ['case', ['==', state('hollow', 0), 1], p.soil, byHolder('holder')],
    'circle-stroke-color': ['case', ['!=', state('contrary', ''), ''], byHolder('contrary'), ['==', state('hollow', 0), 1], byHolder('holder'), ['==', state('holder', ''), 'contested'], p.ink, p.soil],
    'circle-stroke-width': ['*', p.scale, ['case', ['!=', state('contrary', ''), ''], 2.4, ['==', state('hollow', 0), 1], 1.8, ['==', state('holder', ''), 'contested'], 1.4, thin, 0, 0.5]],
    'circle-opacity': ['*', state('shown', 0), ['case', thin, 0.5, 1]],
    'circle-stroke-opacity': state('shown', 0),
  }});
};

export const addEvents = (map, p) => {
  map.addSource('events', {type: 'geojson', data: empty()});
  map.addLayer({id: 'events', type: 'symbol', source: 'events', layout: {
    'icon-image': ['concat', 'sign-', ['get', 'sign'], '-', ['get', 'side']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.8 * p.scale, 7, p.scale, 10, 1.25 * p.scale],
    'icon-allow-overlap': false, 'icon-padding': 0, 'symbol-sort-key': ['get', 'order'],
  }, paint: {'icon-opacity': ['get', 'fade']}});
};

// Names show by the zoom at which there is room for them: cities first, villages last.
export const addNames = (map, p) => {
  for (const [size, min] of [[0, 9.2], [1, 7.6], [2, 6], [3, 3]]) {
    map.addLayer({id: 'names-' + size, type: 'symbol', source: 'points', minzoom: min, filter: ['==', ['get', 'size'], size], layout: {
      'icon-image': ['concat', 'name-', ['get', 'i']], 'icon-size': p.scale, 'icon-anchor': 'left', 'icon-offset': [10, 0], 'icon-padding': 1, 'symbol-sort-key': ['-', 0, ['get', 'i']],
    }});
  }
};

export const answerImages = (map, points, p) => map.on('styleimagemissing', e => {
  const [what, a, b] = e.id.split('-');
  if (map.hasImage(e.id)) return;
  if (what === 'name') map.addImage(e.id, pixels(label(points[a][1], points[a][4], p.ink, p.soil)), {pixelRatio: 2});
  else if (what === 'sign') map.addImage(e.id, pixels(draw(a, colorOf(p, b), p.panel)), {pixelRatio: 2});
});

export const legend = (list, p) => list.replaceChildren(...Object.entries(SIGNS).map(([sign, words]) => {
  const item = document.createElement('li');
  const canvas = draw(sign, p.ink, p.panel);
  canvas.setAttribute('aria-hidden', 'true');
  item.append(canvas, ' ' + words);
  return item;
}));
