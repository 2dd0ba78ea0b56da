// Project mode, for a wall that is read from the back row: everything larger, the picture and its sentence alone, and
// the arrow keys for the next and the previous step.
const STEPS = { // an epoch, a part of an idea, or an idea, in this order
  ArrowRight: ['[data-action="forward"]', '.st-key-part_forward button', '.st-key-idea_after button'],
  ArrowLeft: ['[data-action="back"]', '.st-key-part_back button', '.st-key-idea_before button'],
};
const root = document.documentElement;

export const isProjecting = () => root.classList.contains('project');

export function project(on) {
  if (on === isProjecting()) return;
  root.classList.toggle('project', on);
  document.querySelector('.project button')?.setAttribute('aria-pressed', on);
  window.dispatchEvent(new Event('resize')); // a picture takes the room that there is now
}

// onChange(on): the visitor asked for it, or for the page as it was.
export function buildProject(place, onChange) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'project' });
  button.title = 'For a wall: larger, the picture alone, arrow keys to step';
  button.setAttribute('aria-pressed', isProjecting());
  button.addEventListener('click', () => {
    project(!isProjecting());
    onChange(isProjecting());
  });
  place.append(button);
}

document.addEventListener('keydown', ({ key, target }) => {
  if (!isProjecting() || target !== document.body || !STEPS[key]) return;
  STEPS[key].map((step) => document.querySelector(step)).find(Boolean)?.click();
});
