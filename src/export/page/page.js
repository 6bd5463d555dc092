// Filters, the state after `#`, and copying. Without it every claim is on the page all the same.
(() => {
  'use strict';

  // So many claims are drawn at once, so that a filter answers at once on a page of thousands.
  const STEP = 100;

  const form = document.getElementById('_filter');
  const none = document.getElementById('_none');
  const more = document.getElementById('_more');
  const status = document.getElementById('_said');
  const fields = [...form.querySelectorAll('select, input')];
  const articles = [...document.querySelectorAll('.of-article')];
  const claims = [...document.querySelectorAll('.claim')].map((element, place) => ({
    element,
    place,
    source: element.dataset.source,
    attribution: element.dataset.attribution,
    mode: element.dataset.mode,
    article: element.dataset.article,
    topic: (element.dataset.topic || '').split('\n'),
    isShown: true,
  }));
  let room = STEP;

  // Without case and accents, as the search of the program has it.
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

  // What the search looks through: read once, ahead of time where the browser has some.
  const text = claim => claim.text ??= plain(claim.element.textContent);
  const readAhead = from => requestIdleCallback(left => {
    while (from < claims.length && left.timeRemaining() > 1) text(claims[from++]);
    if (from < claims.length) readAhead(from);
  });

  // Buttons only work here, so they are made here, for claims that are seen.
  const equip = ({ element, place }) => {
    const cite = element.querySelector('.cite');
    if (cite.querySelector('button')) return;
    cite.prepend(...['Copy as Markdown', 'Copy as plain text'].map((label, kind) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.dataset.kind = kind;
      button.dataset.place = place;
      return button;
    }));
  };

  const show = (claim, isShown) => {
    if (isShown) {
      text(claim);
      equip(claim);
    }
    if (isShown !== claim.isShown) claim.element.hidden = !(claim.isShown = isShown);
  };

  // The filters as the address has them: `source=ito&search=ponte`.
  const asked = () => {
    const state = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) state.set(name, value.trim());
    return state;
  };

  const filter = () => {
    const state = asked();
    const words = plain(state.get('search') || '').split(/\s+/).filter(Boolean);
    const wanted = ['source', 'attribution', 'mode', 'article']
      .filter(name => state.has(name)).map(name => [name, state.get(name)]);
    const topic = state.get('topic');
    let count = 0;
    const seen = new Set();
    for (const claim of claims) {
      const fits = wanted.every(([name, value]) => claim[name] === value)
        && (!topic || claim.topic.includes(topic))
        && words.every(word => text(claim).includes(word));
      if (fits) count += 1;
      const isShown = fits && count <= room;
      if (isShown) seen.add(claim.element.parentElement);
      show(claim, isShown);
    }
    for (const article of articles) article.hidden = !seen.has(article);
    none.hidden = count > 0;
    more.hidden = count <= room;
    if (!more.hidden) {
      more.firstElementChild.textContent = `Show ${Math.min(STEP, count - room)} more of ${count}`;
    }
    form.elements.count.value = count === claims.length
      ? `${count} claims` : `${count} of ${claims.length} claims`;
    form.querySelector('[type=reset]').hidden = state.size === 0;
    return state;
  };

  const remember = () => {
    room = STEP;
    const state = filter().toString();
    const page = location.href.split('#')[0];
    history.replaceState(null, '', state ? `${page}#${state}` : page);
  };

  // An address names filters (`#mode=direct`) or one claim (`#ito-safe-again`).
  const recall = () => {
    const after = location.hash.slice(1);
    const target = after && !after.includes('=') && document.getElementById(after);
    if (target) {
      filter();
      if (target.closest('[hidden]')) {
        for (const field of fields) field.value = '';
        const at = claims.findIndex(claim => claim.element === target);
        room = Math.max(room, Math.ceil((at + 1) / STEP) * STEP);
        filter();
      }
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      target.scrollIntoView();
      return;
    }
    const state = new URLSearchParams(after.includes('=') ? after : '');
    for (const field of fields) {
      field.value = state.get(field.name) ?? '';
      // What the list does not offer is no choice.
      if (field.selectedIndex === -1) field.value = '';
    }
    room = STEP;
    filter();
  };

  let citations;
  const citation = button => {
    citations ??= JSON.parse(document.getElementById('_citations').textContent);
    return citations[button.dataset.place][button.dataset.kind];
  };

  const copyTheOldWay = text => {
    const area = document.createElement('textarea');
    area.className = 'unseen';
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  };

  const copy = async button => {
    const text = citation(button);
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      isCopied = copyTheOldWay(text);
      button.focus();
    }
    if (isCopied) {
      status.textContent = 'Copied';
      button.classList.add('done');
      setTimeout(() => {
        status.textContent = '';
        button.classList.remove('done');
      }, 1500);
      return;
    }
    // The words themselves, selected: the keyboard does the rest.
    const cite = button.parentElement;
    cite.querySelector('pre')?.remove();
    const shown = document.createElement('pre');
    shown.textContent = text;
    cite.append(shown);
    getSelection().selectAllChildren(shown);
    status.textContent = 'This browser does not let the page copy. The text is selected: copy it with your keyboard.';
  };

  form.addEventListener('input', remember);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(remember));
  more.firstElementChild.addEventListener('click', () => {
    room += STEP;
    filter();
  });
  addEventListener('hashchange', recall);
  addEventListener('beforeprint', () => {
    room = Infinity;
    filter();
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('button[data-kind]');
    if (button) copy(button);
  });

  form.hidden = false;
  recall();
  if ('requestIdleCallback' in window) readAhead(0);
})();
