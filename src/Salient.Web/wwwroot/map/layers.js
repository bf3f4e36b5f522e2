// The map's style: what lies under, areas, dots, signs, names, in this order.
import {draw, hatch, label, pixels, SIGNS} from './icons.js';

export const palette = () => {
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return Object.fromEntries(['sea', 'land', 'home', 'line', 'soft', 'ink', 'ua', 'ru', 'contested', 'other', 'ground', 'panel'].map(n => [n, css(['ua', 'ru', 'contested'].includes(n) ? '--' + n : '--' + (['sea', 'land', 'home', 'other'].includes(n) ? 'map-' + n : n))]));
};

const empty = () => ({type: 'FeatureCollection', features: []});
const layer = name => ['==', ['get', 'layer'], name];
const state = (name, otherwise) => ['coalesce', ['feature-state', name], otherwise];
export const colorOf = (p, side) => p[side === 'ua' || side === 'ru' || side === 'contested' ? side : 'other'];

export const addGround = (map, ground, p) => {
  map.addSource('ground', {type: 'geojson', data: ground, attribution: 'Outlines: Natural Earth. Places: GeoNames (CC BY 4.0)'});
  map.addLayer({id: 'neighbours', type: 'fill', source: 'ground', filter: layer('neighbour'), paint: {'fill-color': p.land}});
  map.addLayer({id: 'oblasts', type: 'fill', source: 'ground', filter: layer('oblast'), paint: {'fill-color': p.home}});
  map.addLayer({id: 'baseline', type: 'fill', source: 'ground', filter: ['all', layer('baseline'), ['==', ['get', 'name'], 'ru']], paint: {'fill-color': p.ru, 'fill-opacity': 0.16}});
  map.addLayer({id: 'neighbour-lines', type: 'line', source: 'ground', filter: layer('neighbour'), paint: {'line-color': p.soft, 'line-width': 0.6, 'line-opacity': 0.6}});
  for (const side of ['ua', 'ru', 'other']) {
    map.addImage('hatch-' + side, pixels(hatch(colorOf(p, side), side !== 'ru')), {pixelRatio: 2});
    map.addLayer({id: 'wide-' + side, type: 'fill', source: 'ground', filter: ['==', ['get', 'layer'], ''], paint: {'fill-pattern': 'hatch-' + side, 'fill-opacity': 0.55}});
  }
  map.addSource('front', {type: 'geojson', data: empty()});
  map.addLayer({id: 'oblast-lines', type: 'line', source: 'ground', filter: layer('oblast'), paint: {'line-color': p.soft, 'line-width': 0.7, 'line-opacity': 0.7, 'line-dasharray': [3, 2]}});
  map.addLayer({id: 'border', type: 'line', source: 'ground', filter: layer('border'), paint: {'line-color': p.ink, 'line-width': 1.3, 'line-opacity': 0.75}});
  map.addLayer({id: 'border-disputed', type: 'line', source: 'ground', filter: layer('border-disputed'), paint: {'line-color': p.ink, 'line-width': 1.3, 'line-dasharray': [2, 2]}});
  map.addLayer({id: 'front-inferred', type: 'line', source: 'front', filter: ['==', ['get', 'certain'], false], paint: {'line-color': p.ink, 'line-width': 1.6, 'line-opacity': 0.7, 'line-dasharray': [2, 1.5]}});
  map.addLayer({id: 'front-line', type: 'line', source: 'front', filter: ['==', ['get', 'certain'], true], paint: {'line-color': p.ink, 'line-width': 2.4}});
};

export const addPoints = (map, points, p) => {
  map.addSource('points', {type: 'geojson', data: {
    type: 'FeatureCollection',
    features: points.map((q, i) => ({type: 'Feature', id: i, properties: {i, size: q[4], name: q[1]}, geometry: {type: 'Point', coordinates: [q[3], q[2]]}})),
  }});
  const byHolder = name => ['match', state(name, ''), 'ua', p.ua, 'ru', p.ru, 'contested', p.contested, p.other];
  const size = (a, b, c, d) => ['match', ['get', 'size'], 0, a, 1, b, 2, c, d];
  const thin = ['==', state('pale', 0), 1];
  map.addLayer({id: 'points', type: 'circle', source: 'points', paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, ['*', ['case', thin, 0.7, 1], size(1.3, 1.8, 2.6, 3.8)], 7, ['*', ['case', thin, 0.7, 1], size(2.6, 3.4, 4.6, 6.4)], 11, size(5, 7, 9, 12)],
    'circle-color': ['case', ['==', state('hollow', 0), 1], p.home, byHolder('holder')],
    'circle-stroke-color': ['case', ['!=', state('contrary', ''), ''], byHolder('contrary'), ['==', state('hollow', 0), 1], byHolder('holder'), ['==', state('holder', ''), 'contested'], p.ink, p.home],
    'circle-stroke-width': ['case', ['!=', state('contrary', ''), ''], 2.4, ['==', state('hollow', 0), 1], 1.8, ['==', state('holder', ''), 'contested'], 1.4, thin, 0, 0.5],
    'circle-opacity': ['*', state('shown', 0), ['case', thin, 0.5, 1]],
    'circle-stroke-opacity': state('shown', 0),
  }});
};

export const addEvents = map => {
  map.addSource('events', {type: 'geojson', data: empty()});
  map.addLayer({id: 'events', type: 'symbol', source: 'events', layout: {
    'icon-image': ['concat', 'sign-', ['get', 'sign'], '-', ['get', 'side']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.8, 7, 1, 10, 1.25],
    'icon-allow-overlap': false, 'icon-padding': 0, 'symbol-sort-key': ['get', 'order'],
  }, paint: {'icon-opacity': ['get', 'fade']}});
};

// Names show by the zoom at which there is room for them: cities first, villages last.
export const addNames = map => {
  for (const [size, min] of [[0, 9.2], [1, 7.6], [2, 6], [3, 3]]) {
    map.addLayer({id: 'names-' + size, type: 'symbol', source: 'points', minzoom: min, filter: ['==', ['get', 'size'], size], layout: {
      'icon-image': ['concat', 'name-', ['get', 'i']], 'icon-anchor': 'left', 'icon-offset': [10, 0], 'icon-padding': 1, 'symbol-sort-key': ['-', 0, ['get', 'i']],
    }});
  }
};

export const answerImages = (map, points, p) => map.on('styleimagemissing', e => {
  const [what, a, b] = e.id.split('-');
  if (map.hasImage(e.id)) return;
  if (what === 'name') map.addImage(e.id, pixels(label(points[a][1], points[a][4], p.ink, p.home)), {pixelRatio: 2});
  else if (what === 'sign') map.addImage(e.id, pixels(draw(a, colorOf(p, b), p.panel)), {pixelRatio: 2});
});

export const legend = (list, p) => list.replaceChildren(...Object.entries(SIGNS).map(([sign, words]) => {
  const item = document.createElement('li');
  const canvas = draw(sign, p.ink, p.panel);
  canvas.setAttribute('aria-hidden', 'true');
  item.append(canvas, ' ' + words);
  return item;
}));
