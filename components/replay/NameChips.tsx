import { cx } from '../ui/cx';

interface NameChipsProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  /** A name as it is shown. */
  readonly shown: (name: string) => string;
  /** Called with the chosen names in the order of `names`. */
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Any of a few names. */
export function NameChips({ label, names, chosen, shown, onChoose }: NameChipsProps) {
  return (
    <fieldset className="flex max-h-24 min-w-0 flex-wrap gap-1 overflow-auto">
      <legend className="sr-only">{label}</legend>
      {names.map((name) => {
        const on = chosen.includes(name);
        return (
          <button
            aria-pressed={on}
            className={cx(
              'min-h-6 max-w-44 truncate rounded-full border px-2 text-xs',
              on ? 'border-ink text-ink' : 'border-line text-mut line-through hover:border-field',
            )}
            key={name}
            onClick={() => {
              onChoose(names.filter((other) => (other === name ? !on : chosen.includes(other))));
            }}
            title={shown(name)}
            type="button"
          >
            {shown(name)}
          </button>
        );
      })}
    </fieldset>
  );
}
