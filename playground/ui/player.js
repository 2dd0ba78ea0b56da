// Step, scrub and speed for the frames of one chart, and the epoch it shows. Plotly plays; this part steers it and
// tells Python, one message at a time, which epoch is on the screen.
const MS_A_FRAME = { slow: 240, normal: 80, fast: 20 };
const ICONS = {
  back: 'M18 5v14L8 12zM6 5h2v14H6z',
  forward: 'M6 5v14l10-7zM16 5h2v14h-2z',
};

function button(name, label, action) {
  const made = document.createElement('button');
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.title = label;
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
  made.addEventListener('click', action);
  return made;
}

function buildPlayer(parent) {
  const player = { channel: openChannel(), at: 0, epochs: [0], speed: 'normal', playing: false, resume: false, bound: null };
  const row = document.createElement('div');
  row.className = 'player';
  const range = Object.assign(document.createElement('input'), { type: 'range', min: 0, step: 1 });
  range.setAttribute('aria-label', 'epoch');
  const shown = document.createElement('output');
  const speed = document.createElement('select');
  speed.setAttribute('aria-label', 'speed');
  for (const name of Object.keys(MS_A_FRAME)) speed.add(new Option(name, name, name === player.speed, name === player.speed));
  const chart = () => chartOf(player.chart);
  const last = () => player.epochs.length - 1;

  const show = (at) => {
    player.at = Math.min(Math.max(at, 0), last());
    range.max = last();
    range.value = player.at;
    const words = `epoch ${player.epochs[player.at]} of ${player.epochs[last()]}`;
    range.setAttribute('aria-valuetext', words);
    if (shown.textContent !== words) shown.textContent = words;
  };
  const tell = () => player.channel.report({ epoch: player.at === last() ? null : player.epochs[player.at], playing: player.playing });
  const halt = () => {
    player.playing = false;
    const drawn = chart();
    if (drawn?._fullLayout) window.Plotly?.animate(drawn, [null], AT_ONCE).catch(() => {});
  };
  const drawShown = () => {
    const drawn = chart();
    if (drawn?._fullLayout) window.Plotly?.animate(drawn, [String(player.epochs[player.at])], AT_ONCE).catch(() => {});
  };
  // A new run comes in two parts, its epochs here and its frames to the chart, in any order: go on with the second.
  const goOn = () => {
    const frames = player.bound?.framesOf;
    if (frames !== undefined && frames !== player.run_id) return;
    if (player.playing || player.resume) play();
    else drawShown();
    player.resume = false;
  };
  const goTo = (at) => {
    player.playing = false;
    show(at);
    drawShown();
    tell();
  };
  const play = () => {
    const drawn = chart();
    if (!drawn?._fullLayout || !window.Plotly) return;
    const duration = MS_A_FRAME[player.speed];
    const names = player.epochs.slice(player.at + 1).map(String);
    const run = (player.run = {});
    player.playing = names.length > 0;
    if (!player.playing) return;
    const pace = { frame: { duration, redraw: false }, transition: { duration, easing: 'linear' }, mode: 'immediate' };
    window.Plotly.animate(drawn, names, pace).then(() => {
      if (player.run !== run) return;
      player.playing = false;
      show(last());
      tell();
    }).catch(() => {}); // another animation took over: that one reports
  };
  // Plotly makes its buttons anew whenever it lays out the chart.
  const nameButtons = () => {
    for (const control of player.bound.querySelectorAll('.updatemenu-button')) {
      control.setAttribute('tabindex', '0');
      control.setAttribute('role', 'button');
      control.setAttribute('aria-label', control.textContent.includes('Play') ? 'Play' : 'Pause');
    }
  };
  const pressByKey = (event) => {
    const control = event.target.closest('.updatemenu-button');
    if (!control || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    control.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  };
  // Streamlit makes a new chart when the figure's still parts change, as on a phone that is turned.
  const bind = () => {
    const drawn = chart();
    if (!drawn?.on || !drawn._fullLayout || drawn === player.bound) return;
    player.bound = drawn;
    const isShown = () => drawn === player.bound;
    drawn.on('plotly_afterplot', () => isShown() && nameButtons());
    drawn.on('plotly_buttonclicked', ({ button: { label } }) => {
      if (label.includes('Play')) {
        if (player.at === last()) player.at = -1; // once more from the start
        play();
      } else {
        halt();
        tell();
      }
    });
    drawn.on('plotly_animatingframe', ({ name }) => {
      const at = name === null ? -1 : player.epochs.indexOf(Number(name)); // what `draw` animates has no name
      if (at < 0 || !player.playing || !isShown()) return;
      show(at);
      tell();
    });
    drawn.addEventListener('beforechange', (event) => {
      if (player.playing) event.preventDefault(); // Plotly has to stop what it plays
      player.resume = player.resume || player.playing;
      player.playing = false;
      player.run = null;
    });
    // What Python drew may be of an epoch that the visitor has left meanwhile: the player knows which one is shown.
    drawn.addEventListener('newframes', () => {
      goOn();
      tell();
    });
    drawn.addEventListener('keydown', pressByKey);
    nameButtons();
    goOn();
  };
  const stop = new AbortController();
  for (const type of ['pointerdown', 'keydown', 'focusin']) document.addEventListener(type, bind, { capture: true, signal: stop.signal });
  const arrival = new MutationObserver(bind);
  range.addEventListener('input', () => goTo(Number(range.value)));
  speed.addEventListener('change', () => { player.speed = speed.value; if (player.playing) play(); });
  row.append(button('back', 'one epoch back', () => goTo(player.at - 1)), button('forward', 'one epoch forward', () => goTo(player.at + 1)), range, shown, speed);
  parent.appendChild(row);
  return Object.assign(player, { show, bind, goOn, watch: () => arrival.observe(document.querySelector(`.st-key-${player.chart}`) ?? document.body, { childList: true, subtree: true }), stop: () => { stop.abort(); arrival.disconnect(); player.channel.close(); } });
}

function start({ data, parentElement, setStateValue }) {
  const player = (parentElement.player ??= buildPlayer(parentElement));
  player.channel.send = (message) => setStateValue('shown', { ...message, arrived: arrived.stamp });
  player.channel.resume(data.turn);
  player.channel.answer(data.turn);
  if (player.chart !== data.chart) {
    player.chart = data.chart;
    player.watch();
  }
  if (player.run_id !== data.run) {
    const epoch = player.playing || player.resume ? player.epochs[player.at] : data.epoch;
    player.run_id = data.run;
    player.epochs = data.epochs;
    player.show(epoch === null ? data.epochs.length - 1 : Math.max(data.epochs.findLastIndex((other) => other <= epoch), 0));
    player.goOn();
  }
  player.bind();
  if (player.bound) describe(player.bound, data.alt);
  return player.stop;
}
