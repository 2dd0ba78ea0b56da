// The number fields below a vector board, and the switch that keeps both arrows at length 1.
import { LARGEST } from './geometry.js';

export class Fields {
  // set(name, vector): an exact value was typed. settle(): typing has ended. atUnitLength(on): the switch was pressed.
  constructor(root, words, { vectors, set, settle, atUnitLength }) {
    this.typing = null;
    this.element = Object.assign(document.createElement('div'), { className: 'fields' });
    this.fields = Object.fromEntries(['a', 'b'].map((name) => [name, this.pair(name, vectors, set, settle)]));
    const label = document.createElement('label');
    this.unit = Object.assign(document.createElement('input'), { type: 'checkbox' });
    this.unit.addEventListener('change', () => atUnitLength(this.unit.checked));
    label.append(this.unit, words.unit);
    this.element.append(label);
    root.append(this.element);
  }

  pair(name, vectors, set, settle) {
    const group = Object.assign(document.createElement('span'), { className: `field ${name}` });
    group.append(Object.assign(document.createElement('b'), { textContent: name }));
    this.element.append(group);
    return ['x', 'y'].map((axis, index) => {
      const ends = { min: -LARGEST, max: LARGEST };
      const field = Object.assign(document.createElement('input'), { type: 'number', step: 'any', ...ends });
      field.setAttribute('aria-label', `${name} ${axis}`);
      field.addEventListener('input', () => {
        if (!Number.isFinite(field.valueAsNumber)) return; // half typed
        const vector = [...vectors()[name]];
        vector[index] = field.valueAsNumber;
        this.typing = field;
        set(name, vector);
        this.typing = null;
      });
      field.addEventListener('change', settle);
      group.append(field);
      return field;
    });
  }

  paint(vectors, isUnit, read) {
    for (const [name, pair] of Object.entries(this.fields)) {
      pair.forEach((field, index) => {
        const value = vectors[name][index]; // a typed 0.125 stays as it was typed
        if (field !== this.typing && field.valueAsNumber !== value) field.value = read(value);
      });
    }
    this.unit.checked = isUnit;
  }
}
