// One line a claimant, broken where a figure is marked. Tooltips are drawn on the canvas: no markup, no style of their own.
const box = document.getElementById('chart');
const COLORS = {light: ['#0072b2', '#b3470b', '#007a5a', '#a3005c', '#59408f', '#6b5b00', '#1b2328', '#5a5a8c'], dark: ['#6cbcf0', '#f5995c', '#4fd0a5', '#f291c4', '#c3aaf2', '#ddc84e', '#e8ecee', '#b1b1ea']};
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
const DASHES = ['solid', 'dashed', 'dotted'];
const middle = p => p.min !== null && p.max !== null ? (p.min + p.max) / 2 : p.min ?? p.max ?? 0;
const number = n => n.toLocaleString('en-GB', {maximumFractionDigits: 2});
const words = p => (p.approx ? 'about ' : '') + (p.min === p.max ? number(p.min) : p.min === null ? 'up to ' + number(p.max) : p.max === null ? number(p.min) + ' or more' : number(p.min) + '–' + number(p.max));

const draw = async () => {
  const data = await (await fetch(box.dataset.twin)).json();
  const shown = data.series.filter(s => s.points.length > 0).slice(0, 12);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const names = JSON.parse(box.dataset.names), scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const palette = COLORS[dark ? 'dark' : 'light'];
  box.hidden = false;
  const chart = echarts.init(box, null, {renderer: 'canvas'});
  const text = {color: css('--ink'), fontFamily: 'system-ui, sans-serif', fontSize: 12 * scale};
  chart.setOption({
    animation: false, color: palette, textStyle: text, aria: {enabled: false},
    grid: {left: 12, right: 24, top: 24, bottom: 84 * scale, containLabel: true},
    legend: {type: 'scroll', bottom: 34 * scale, textStyle: text, pageTextStyle: text, pageIconColor: css('--ink')},
    dataZoom: [{type: 'inside'}, {type: 'slider', height: 18 * scale, bottom: 8 * scale, textStyle: text}],
    xAxis: {type: 'time', axisLine: {lineStyle: {color: css('--soft')}}, axisLabel: {color: css('--soft'), fontSize: 12 * scale}},
    yAxis: {type: 'value', scale: true, axisLabel: {color: css('--soft'), fontSize: 12 * scale, formatter: number}, splitLine: {lineStyle: {color: css('--line')}}},
    tooltip: {
      trigger: 'item', renderMode: 'richText', backgroundColor: css('--panel'), borderColor: css('--soft'), textStyle: text,
      formatter: p => `${p.seriesName}\n${p.data.point.day}: ${words(p.data.point)}` + (p.data.point.note ? `\n${p.data.point.mark}: ${p.data.point.note}` : ''),
    },
    series: shown.map((s, i) => ({
      type: 'line', name: (names[s.claimant] ?? s.claimant) + (s.placeName ? ', ' + s.placeName : '') + (s.basis === 'cumulative' ? '' : ' (' + s.basis + ')'), connectNulls: false,
      symbol: SYMBOLS[i % SYMBOLS.length], symbolSize: 7, lineStyle: {type: DASHES[Math.floor(i / 2) % DASHES.length], width: s.basis === 'cumulative' ? 2 : 0},
      data: s.points.flatMap(p => {
        const point = {value: [p.day, middle(p)], point: p, symbolSize: (p.mark === 'none' ? 7 : 13) * scale, ...(p.mark === 'none' ? {} : {itemStyle: {borderColor: css('--ink'), borderWidth: 2}})};
        return p.mark === 'none' ? [point] : [{value: [p.day, null], point: p}, point];
      }),
    })),
  });
  chart.on('click', p => { if (p.data.point.claims[0]) location.href = '/claims/' + encodeURIComponent(p.data.point.claims[0]); });
  addEventListener('resize', () => chart.resize());
  box.dataset.ready = 'true';
};

if (box && window.echarts) draw();
