import type { Findings } from '@/lib/core/findings/findings';
import type { Entity } from '@/lib/core/words/entity';
import { MaskedColumns } from './MaskedColumns';

interface KeysChoiceProps {
  readonly entity: Entity;
  readonly findings: Findings;
  readonly masked: boolean;
  /** Masking is on for the whole case, so there is nothing to choose. */
  readonly forced: boolean;
  readonly onChange: (masked: boolean) => void;
}

/** Whether what is about to leave the page names anyone. */
export function KeysChoice({ entity, findings, masked, forced, onChange }: KeysChoiceProps) {
  return (
    <div className="flex flex-col gap-1">
      <label className="flex items-start gap-2 text-sm">
        <input
          checked={masked}
          className="mt-1"
          disabled={forced}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
          type="checkbox"
        />
        <span>
          Mask {entity.many}
          <span className="block text-xs text-mut">
            {forced
              ? 'Masking is on for the whole case.'
              : masked
                ? `Each ${entity.one} stands under a pseudonym, the same one everywhere in this case.`
                : `Real ${entity.one} ids will be in it. Leave masking on for whatever goes to the customer.`}
          </span>
        </span>
      </label>
      {masked ? <MaskedColumns findings={findings} /> : null}
    </div>
  );
}
