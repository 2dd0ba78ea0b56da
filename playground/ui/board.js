// The vector board: two arrows from the origin. Press and drag in the empty plane to draw one, first a, then b; drag a
// tip to change it; arrow keys move the focused tip; fields take exact values. Everything that is drawn here follows
// the pointer in the same frame; the numbers beside the board are Python's and follow at their own rate.
const SVG = 'http://www.w3.org/2000/svg';
const KEY_STEP = 0.1;
const TOUCH_PX = 22;
const DRAWS_AFTER_PX = 4; // a tap is not a drawing
const LARGEST = 1000; // as in board.py, which takes no more
const ROOM = 1.2; // how far the plane reaches beyond the longer vector
const EDGE = 0.6; // how far a plane of a fixed size reaches beyond the farthest tip
const LETTER_PX = 6; // half of a letter's width
const LETTER_TOP_PX = 18;
const SETTLES_MS = 350;
// Of the way to the pointer, the part that is gone at once; the rest follows in the next frames, so that the arrow moves
// evenly even where the pointer reports less often than the display draws.
const AT_ONCE_PART = 0.8;
const ARRIVED_PX = 0.005;

const svg = (name, attributes = {}, parent) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  parent?.appendChild(made);
  return made;
};
const length = ([x, y]) => Math.hypot(x, y);
const dot = (a, b) => a[0] * b[0] + a[1] * b[1];
const unit = (v) => (length(v) === 0 ? v : v.map((part) => part / length(v)));

// The angle between a and b in degrees, and the foot of a on b: drawing only; the page's numbers are Python's.
const angleBetween = (a, b) => (Math.atan2(Math.abs(a[0] * b[1] - a[1] * b[0]), dot(a, b)) * 180) / Math.PI;
const footOf = (a, b) => b.map((part) => (part * dot(a, b)) / dot(b, b));

function buildBoard(parent, { words, colours, look }) {
  const board = { a: [3, 1], b: [1, 2], unit: false, next: 'a', channel: openChannel(), reach: 4 };
  const root = Object.assign(document.createElement('div'), { className: 'board' });
  root.style.setProperty('--board-height', `${look.height}px`);
  for (const [name, colour] of Object.entries(colours)) root.style.setProperty(`--colour-${name}`, colour);
  const plane = svg('svg', { class: 'plane', role: 'group', 'aria-label': words.plane }, root);
  const grid = svg('g', { class: 'grid' }, plane);
  const arc = svg('path', { class: 'arc' }, plane);
  const arcLabel = svg('text', { class: 'arc-label' }, plane);
  const projection = svg('line', { class: 'projection' }, plane);
  const perpendicular = svg('line', { class: 'perpendicular' }, plane);
  const arrows = {};
  const names = { a: look.names[0], b: look.names[1] };
  for (const name of ['b', 'a']) {
    const group = svg('g', { class: `vector ${name}` }, plane);
    arrows[name] = {
      shaft: svg('line', { class: 'shaft' }, group),
      head: svg('polygon', { class: 'head' }, group),
      label: svg('text', { class: 'label' }, group),
      tip: svg('circle', { class: 'tip', r: TOUCH_PX, tabindex: 0, role: 'slider', 'data-handle': name, 'aria-label': `${words.tip} ${names[name]}` }, group),
    };
    arrows[name].label.textContent = names[name];
  }
  const form = Object.assign(document.createElement('div'), { className: 'fields' });
  const fields = {};
  for (const name of ['a', 'b']) {
    const group = Object.assign(document.createElement('span'), { className: `field ${name}` });
    group.append(Object.assign(document.createElement('b'), { textContent: name }));
    fields[name] = ['x', 'y'].map((axis, index) => {
      const field = Object.assign(document.createElement('input'), { type: 'number', step: 'any', min: -LARGEST, max: LARGEST });
      field.setAttribute('aria-label', `${name} ${axis}`);
      field.addEventListener('input', () => {
        const value = field.valueAsNumber;
        if (!Number.isFinite(value)) return; // half typed
        const vector = [...board[name]];
        vector[index] = value;
        set(name, vector, field);
      });
      field.addEventListener('change', () => { rescale(); paint(); });
      group.append(field);
      return field;
    });
    form.append(group);
  }
  const unitLabel = document.createElement('label');
  const unitBox = Object.assign(document.createElement('input'), { type: 'checkbox' });
  unitLabel.append(unitBox, words.unit);
  unitBox.addEventListener('change', () => {
    board.unit = unitBox.checked;
    set('a', board.a);
    set('b', board.b);
    rescale();
    paint();
  });
  form.append(unitLabel);
  if (look.fields) root.append(form);
  parent.append(root);

  let size = { width: 400, height: 220, scale: 25 };
  const place = ([x, y]) => [size.width / 2 + x * size.scale, size.height / 2 - y * size.scale];
  const at = (event) => {
    const box = plane.getBoundingClientRect();
    return [(event.clientX - box.left - size.width / 2) / size.scale, (size.height / 2 - event.clientY + box.top) / size.scale];
  };
  const round = (value) => Number((Math.round(value / look.step) * look.step).toFixed(2)); // fields take anything
  const within = (value, end) => Math.min(Math.max(value, -end), end);
  // What a tip may be here: at unit length, within the plane of a fixed size, b at its level.
  const allowed = (name, vector) => {
    if (board.unit) return unit(vector);
    const near = vector.map((value, axis) => within(value, look.farthest?.[axis] ?? LARGEST));
    return name === 'b' && look.level !== null ? [near[0], look.level] : near;
  };
  const rescale = () => {
    if (look.farthest) {
      size.scale = Math.min(...['width', 'height'].map((side, axis) => size[side] / 2 / (look.farthest[axis] + EDGE)));
      board.reach = size.height / 2 / size.scale;
      paintGrid();
      return;
    }
    const longest = Math.max(...['a', 'b'].map((name) => Math.max(Math.abs(board[name][1]), (Math.abs(board[name][0]) * size.height) / size.width)));
    board.reach = Math.max(board.unit ? 1.3 : 3.2, longest * ROOM);
    size.scale = size.height / 2 / board.reach;
    paintGrid();
  };
  const line = (element, from, to) => {
    const [[x1, y1], [x2, y2]] = [place(from), place(to)];
    for (const [key, value] of Object.entries({ x1, y1, x2, y2 })) element.setAttribute(key, value);
  };
  const paintGrid = () => {
    plane.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    grid.replaceChildren();
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((candidate) => candidate * size.scale >= 22) ?? 1000;
    const across = Math.floor(size.width / 2 / size.scale / step);
    const up = Math.floor(size.height / 2 / size.scale / step);
    for (let i = -across; i <= across; i++) line(svg('line', { class: i ? '' : 'axis' }, grid), [i * step, -board.reach], [i * step, board.reach]);
    const wide = size.width / 2 / size.scale;
    for (let i = -up; i <= up; i++) line(svg('line', { class: i ? '' : 'axis' }, grid), [-wide, i * step], [wide, i * step]);
    const [x, y] = place([step, 0]);
    svg('text', { class: 'tick', x, y: y + 17, 'text-anchor': 'middle' }, grid).textContent = step;
  };
  const read = (value) => Number(value.toFixed(held ? 2 : 4)); // on its way to the pointer an arrow has long numbers
  const paintArrow = (name) => {
    const { shaft, head, label, tip } = arrows[name];
    const vector = board[name];
    const [x, y] = place(vector);
    const [dx, dy] = unit([vector[0], -vector[1]]);
    const long = length(vector) > 0;
    line(shaft, [0, 0], vector);
    const back = [x - 15 * dx, y - 15 * dy];
    head.setAttribute('points', long ? `${x},${y} ${back[0] - 7 * dy},${back[1] + 7 * dx} ${back[0] + 7 * dy},${back[1] - 7 * dx}` : '');
    if (long) [['x2', x - 12 * dx], ['y2', y - 12 * dy]].forEach(([key, value]) => shaft.setAttribute(key, value));
    const half = LETTER_PX * names[name].length;
    const beside = x + (12 + 4 * names[name].length) * dx + (long ? 0 : 12);
    const inside = Math.min(Math.max(beside, half), size.width - half);
    const raised = Math.abs(inside - beside); // off the arrow that it would otherwise lie on
    label.setAttribute('x', inside);
    label.setAttribute('y', Math.min(Math.max(y + 16 * dy + 6 - raised, LETTER_TOP_PX), size.height - LETTER_PX));
    tip.setAttribute('cx', x);
    tip.setAttribute('cy', y);
    tip.setAttribute('aria-valuetext', `${read(vector[0])}, ${read(vector[1])}`);
    tip.setAttribute('aria-valuenow', read(length(vector)));
  };
  const paintBetween = () => {
    const { a, b } = board;
    const possible = length(a) > 0 && length(b) > 0;
    for (const element of [arc, arcLabel, projection, perpendicular]) element.style.display = possible ? '' : 'none';
    if (!possible) return;
    const foot = footOf(a, b);
    line(projection, [0, 0], foot);
    line(perpendicular, a, foot);
    const radius = Math.min(34, size.scale * Math.min(length(a), length(b)) * 0.6);
    const [from, to] = [a, b].map((v) => { const [x, y] = unit(v); return [size.width / 2 + radius * x, size.height / 2 - radius * y]; });
    const turn = a[0] * b[1] - a[1] * b[0] > 0 ? 0 : 1;
    arc.setAttribute('d', `M ${from} A ${radius} ${radius} 0 0 ${turn} ${to}`);
    const [ua, ub] = [unit(a), unit(b)];
    let middle = unit([ua[0] + ub[0], ua[1] + ub[1]]);
    if (length(middle) < 1e-6) middle = [ua[1], -ua[0]]; // half a turn: on the side of the arc
    arcLabel.setAttribute('x', size.width / 2 + (radius + 22) * middle[0]);
    arcLabel.setAttribute('y', size.height / 2 - (radius + 16) * middle[1] + 5);
    arcLabel.textContent = `${angleBetween(a, b).toFixed(0)}°`;
  };
  const paint = (typing = null) => {
    paintBetween();
    for (const name of ['a', 'b']) {
      paintArrow(name);
      fields[name].forEach((field, index) => {
        const value = board[name][index]; // a typed 0.125 stays as it was typed
        if (field !== typing && field.valueAsNumber !== value) field.value = read(value);
      });
    }
    unitBox.checked = board.unit;
  };
  let settles = null;
  let held = null; // the tip under the pointer: name, pointer, from, drawing; where it goes: pointed (drawn), goal (told)
  // While a tip is held it follows the pointer exactly; Python gets the position that it will have when let go.
  const told = (name) => (held?.goal && held.name === name ? held.goal : board[name]);
  const tell = () => {
    const now = (resting) => ({ a: told('a'), b: told('b'), unit: board.unit, given: board.given, resting });
    board.channel.report(now(false));
    clearTimeout(settles);
    settles = setTimeout(() => board.channel.report(now(true)), SETTLES_MS);
  };
  const set = (name, vector, typing = null) => {
    board[name] = allowed(name, vector);
    paint(typing);
    tell();
  };

  const nearest = (event) => {
    const box = plane.getBoundingClientRect();
    const distance = (name) => { const [x, y] = place(board[name]); return Math.hypot(event.clientX - box.left - x, event.clientY - box.top - y); };
    const [first, second] = ['a', 'b'].sort((one, other) => distance(one) - distance(other));
    if (distance(first) > TOUCH_PX) return null;
    return event.target.dataset?.handle && distance(second) <= TOUCH_PX ? event.target.dataset.handle : first;
  };
  plane.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || held) return;
    event.preventDefault();
    plane.setPointerCapture(event.pointerId);
    const name = nearest(event);
    held = { name: name ?? board.next, pointer: event.pointerId, from: [event.clientX, event.clientY], drawing: !name, goal: null, pointed: null, moves: 0 };
    if (name) arrows[name].tip.focus({ focusVisible: false });
  });
  plane.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    if (held.drawing && !held.begun) {
      if (Math.hypot(event.clientX - held.from[0], event.clientY - held.from[1]) < DRAWS_AFTER_PX) return;
      held.begun = true;
      board.next = held.name === 'a' ? 'b' : 'a';
    }
    const box = [size.width, size.height].map((side) => side / 2 / size.scale);
    const inside = at(event).map((value, axis) => within(value, box[axis]));
    held.pointed = allowed(held.name, inside);
    held.goal = board.unit ? held.pointed : allowed(held.name, inside.map(round));
    if (!held.moves) follow();
    tell();
  });
  const follow = () => {
    if (!held) return;
    const vector = board[held.name].map((value, axis) => value + AT_ONCE_PART * (held.pointed[axis] - value));
    const far = Math.hypot(vector[0] - held.pointed[0], vector[1] - held.pointed[1]) * size.scale;
    board[held.name] = far > ARRIVED_PX ? vector : held.pointed;
    held.moves = far > ARRIVED_PX && requestAnimationFrame(follow);
    paint();
  };
  const release = (event) => {
    if (!held || event.pointerId !== held.pointer) return;
    const { name, goal, moves } = held;
    held = null;
    cancelAnimationFrame(moves);
    if (goal) set(name, goal);
    rescale();
    paint();
  };
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) plane.addEventListener(type, release);
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  plane.addEventListener('keydown', (event) => {
    const name = event.target.dataset?.handle;
    const move = moves[event.key];
    if (!name || !move) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 * KEY_STEP : KEY_STEP;
    set(name, board[name].map((value, axis) => Number((value + step * move[axis]).toFixed(6))));
    rescale();
    paint();
  });
  const resize = new ResizeObserver(() => {
    const { width, height } = plane.getBoundingClientRect();
    if (!width || !height) return;
    size = { ...size, width, height };
    rescale();
    paint();
  });
  resize.observe(plane);
  return Object.assign(board, {
    adopt: ({ a, b, unit: both }) => {
      clearTimeout(settles);
      cancelAnimationFrame(held?.moves);
      held = null;
      Object.assign(board, { a, b, unit: both });
      rescale();
      paint();
    },
    stop: () => { resize.disconnect(); clearTimeout(settles); board.channel.close(); },
  });
}

function start({ data, parentElement, setStateValue }) {
  const board = (parentElement.board ??= buildBoard(parentElement, data));
  board.channel.send = (message) => setStateValue('vectors', message);
  board.channel.resume(data.turn);
  board.channel.answer(data.turn);
  if (board.given !== data.given) {
    board.given = data.given; // Python put the vectors there: at first, or in place of those drawn
    board.adopt(data);
  }
  if (board.drawn !== data.stamp) {
    board.drawn = data.stamp;
    const drawn = Object.entries(data.pictures).map(([key, change]) => draw(key, change));
    if (drawn.includes(false)) board.channel.report({ cannot_draw: true });
  }
  return board.stop;
}
