// The text and the claims beside it point at each other; kinds can be hidden. Without script the numbers do the same as links.
const marks = [...document.querySelectorAll('mark[data-claims]')];
const cards = new Map([...document.querySelectorAll('.beside .claim')].map(c => [c.id.slice(2), c]));
const beside = document.getElementById('beside');

const light = (ids, on, from) => {
  for (const id of ids) {
    const card = cards.get(id);
    card?.classList.toggle('lit', on);
    if (on && card && from === 'text' && beside && beside.scrollHeight > beside.clientHeight) beside.scrollTop = card.offsetTop - beside.offsetTop - 80;
  }
  for (const m of marks) if (m.dataset.claims.split(' ').some(c => ids.includes(c))) m.classList.toggle('lit', on);
};

for (const m of marks) {
  const ids = m.dataset.claims.split(' ').slice(0, 1);
  for (const [on, off] of [['mouseenter', 'mouseleave'], ['focusin', 'focusout']]) {
    m.addEventListener(on, () => light(ids, true, 'text'));
    m.addEventListener(off, () => light(ids, false));
  }
}
for (const [id, card] of cards) {
  for (const [on, off] of [['mouseenter', 'mouseleave'], ['focusin', 'focusout']]) {
    card.addEventListener(on, () => light([id], true));
    card.addEventListener(off, () => light([id], false));
  }
}

for (const item of document.querySelectorAll('#kind-keys li')) {
  const kind = item.className.slice(2);
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', 'true');
  button.append(...item.childNodes);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(on));
    for (const m of document.querySelectorAll('.text mark.k-' + kind)) m.classList.toggle('off', !on);
    for (const c of document.querySelectorAll(`.beside .claim[data-kind="${kind}"]`)) c.hidden = !on;
  });
  item.replaceChildren(button);
}
