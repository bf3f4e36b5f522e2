// Signs of events: milsymbol's where a military symbol says it, plain shapes elsewhere. Shape tells the kind, colour the side that acts.
const SIDC = {
  shelling: '10044000001106040000', missile: '10044000001106050000', air: '10044000001106060000', drone: '10040100001103000000',
  ground: '10041000001211000000', explosion: '10044000001106000000', fire: '10044000001401000000',
};

const SHAPES = {
  movement: 'M3 9h9V5l6 6-6 6v-4H3z',
  control: 'M5 3v17h2v-7h10l-3-3.5L17 6H7V3z',
  loss: 'M4 6l2-2 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5z',
  harm: 'M8.5 3h5v5.5H19v5h-5.5V19h-5v-5.5H3v-5h5.5z',
  incident: 'M11 2l9 17H2z',
  word: 'M3 4h16v11h-8l-5 4v-4H3z',
};

const BY_ACT = {
  'combat/shelling': 'shelling', 'combat/missile-strike': 'missile', 'combat/airstrike': 'air', 'combat/drone-strike': 'drone', 'combat/explosion': 'explosion',
  'incident/fire': 'fire',
};
const BY_KIND = {combat: 'ground', movement: 'movement', control: 'control', loss: 'loss', 'civilian-harm': 'harm', incident: 'incident'};

export const signOf = e => BY_ACT[e.kind + '/' + e.act] ?? BY_KIND[e.kind] ?? 'word';
export const SIGNS = {
  ground: 'fighting on the ground', shelling: 'shelling', missile: 'missile strike', air: 'airstrike', drone: 'drone strike', explosion: 'explosion', movement: 'movement',
  control: 'taken or lost', loss: 'losses', harm: 'civilian harm', fire: 'fire', incident: 'other incident', word: 'statement, supply, forces',
};

const SIZE = 44;

// A sign on a light disc, so that it stands out on any ground; the disc's edge has the side's colour too.
export const draw = (sign, color, ground) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const c = canvas.getContext('2d');
  c.beginPath();
  c.arc(SIZE / 2, SIZE / 2, SIZE / 2 - 2, 0, 7);
  c.fillStyle = ground;
  c.fill();
  c.lineWidth = 3;
  c.strokeStyle = color;
  c.stroke();
  if (SIDC[sign] && window.ms) {
    const made = new window.ms.Symbol(SIDC[sign], {size: 34, frame: false, fill: false, monoColor: color, strokeWidth: 5}).asCanvas();
    const fit = 27 / Math.max(made.width, made.height);
    c.drawImage(made, (SIZE - made.width * fit) / 2, (SIZE - made.height * fit) / 2, made.width * fit, made.height * fit);
  } else {
    c.translate(SIZE / 2 - 13.2, SIZE / 2 - 13.2);
    c.scale(1.2, 1.2);
    c.fillStyle = color;
    c.fill(new Path2D(SHAPES[sign] ?? SHAPES.word));
  }
  return canvas;
};

export const pixels = canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);

// Slanted lines for what is said of a whole area; the slant differs by side.
export const hatch = (color, rising) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 16;
  const c = canvas.getContext('2d');
  c.strokeStyle = color;
  c.lineWidth = 1.6;
  for (const d of [-16, 0, 16]) {
    c.beginPath();
    c.moveTo(d, rising ? 16 : 0);
    c.lineTo(d + 16, rising ? 0 : 16);
    c.stroke();
  }
  return canvas;
};

// A place's name as a picture: no font files, no glyph server.
export const label = (text, size, ink, ground) => {
  const canvas = document.createElement('canvas');
  let c = canvas.getContext('2d');
  const font = `${size > 2 ? 600 : 400} ${[22, 23, 25, 29][size]}px system-ui, "Noto Sans", sans-serif`;
  c.font = font;
  canvas.width = Math.ceil(c.measureText(text).width) + 8;
  canvas.height = 38;
  c = canvas.getContext('2d');
  c.font = font;
  c.lineJoin = 'round';
  c.lineWidth = 5;
  c.strokeStyle = ground;
  c.fillStyle = ink;
  c.strokeText(text, 4, 27);
  c.fillText(text, 4, 27);
  return canvas;
};
