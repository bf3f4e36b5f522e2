// Suggestions under the search fields, as somebody types. Without script the fields work as they are.
(() => {
  const pause = 120;
  document.querySelectorAll('input[type=search][name=q]').forEach((field, i) => {
    const list = document.createElement('datalist');
    list.id = 'ways-' + i;
    field.after(list);
    field.setAttribute('list', list.id);
    field.autocomplete = 'off';
    let timer = 0;
    let asked = '';
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const typed = field.value;
        if (typed === asked || typed.length > 200) {
          return;
        }
        asked = typed;
        try {
          const answer = await fetch('/suggest.json?q=' + encodeURIComponent(typed));
          if (!answer.ok || field.value !== typed) {
            return;
          }
          const { queries } = await answer.json();
          list.replaceChildren(...queries.map(query => {
            const option = document.createElement('option');
            option.value = query;
            return option;
          }));
        } catch {
          // The server is gone: the field still works when it is back.
        }
      }, pause);
    });
  });
})();
